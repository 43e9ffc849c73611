extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .number(value) }
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { (name: $0.0, value: $0.1) })
  }
}

extension JSONValue {
  /// The text; nil if the value is no string.
  package var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The whole number; nil if the value is none.
  package var integer: Int? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The truth value; nil if the value is none.
  package var boolean: Bool? {
    if case .boolean(let boolean) = self { boolean } else { nil }
  }

  /// The items; nil if the value is no array.
  package var items: [JSONValue]? {
    if case .array(let items) = self { items } else { nil }
  }

  /// The members in their order; nil if the value is no object.
  package var members: [(name: String, value: JSONValue)]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The value as JSON text on one line.
  package var json: String {
    var json = JSONText()
    json.value(self)
    return json.text
  }
}

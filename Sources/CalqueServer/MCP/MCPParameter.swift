import CalqueModel

/// A parameter of a tool: what its schema says, and what an argument is held against.
struct MCPParameter {
  /// The values that a parameter takes.
  enum Kind {
    /// A text that is not blank, with its maximum size in bytes.
    case text(Int)
    /// A whole number.
    case number(ClosedRange<Int>)
    /// True or false.
    case boolean
    /// One of some words.
    case word([String])
    /// A list of some words.
    case words([String])
  }

  let name: String
  let kind: Kind
  let description: String
  var isRequired = false

  /// The parameter's JSON Schema.
  var schema: JSONValue {
    var members: [(name: String, value: JSONValue)]
    switch kind {
    case .text: members = [("type", "string"), ("minLength", 1)]
    case .number(let range):
      members = [
        ("type", "integer"), ("minimum", .number(range.lowerBound)),
        ("maximum", .number(range.upperBound)),
      ]
    case .boolean: members = [("type", "boolean")]
    case .word(let words): members = [("type", "string"), ("enum", Self.list(words))]
    case .words(let words):
      members = [
        ("type", "array"), ("items", ["type": "string", "enum": Self.list(words)]),
      ]
    }
    members.append(("description", .string(description)))
    return .object(members)
  }

  /// The reason why a value is no argument; nil if it is one.
  func fault(of value: JSONValue) -> String? {
    switch kind {
    case .text(let maximum):
      guard let text = value.text else { return "'\(name)' is a text" }
      if text.utf8.count > maximum {
        return "'\(name)' has \(text.utf8.count) bytes, and the maximum is \(maximum); "
          + "send it in parts"
      }
      let isBlank = text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
      return isBlank ? "'\(name)' is blank" : nil
    case .number(let range):
      guard let number = value.integer, range.contains(number) else {
        return "'\(name)' is a whole number from \(range.lowerBound) to \(range.upperBound)"
      }
      return nil
    case .boolean: return value.boolean == nil ? "'\(name)' is true or false" : nil
    case .word(let words):
      let isKnown = value.text.map(words.contains) ?? false
      return isKnown ? nil : "'\(name)' is one of: \(words.joined(separator: ", "))"
    case .words(let words):
      let isKnown = value.items?.allSatisfy { $0.text.map(words.contains) ?? false } ?? false
      return isKnown ? nil : "'\(name)' is a list of: \(words.joined(separator: ", "))"
    }
  }

  private static func list(_ words: [String]) -> JSONValue { .array(words.map(JSONValue.string)) }
}

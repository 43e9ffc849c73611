import CalqueModel

/// A `Meta` as the store keeps it: one JSON object with ordered lists, and without empty members.
///
///     {"attributes":[["x-a","1"]],"notes":[["a note",[["xml:lang","fr"]]]],
///      "properties":[["x-type","value"]],"elements":["<ude/>"]}
enum MetaText {
  static func written(_ meta: Meta) -> String? {
    if meta.isEmpty { return nil }
    // The room of a small one at once, which would grow four times.
    var room = [UInt8]()
    room.reserveCapacity(120)
    var json = JSONText(after: room)
    json.begin("{")
    if !meta.attributes.isEmpty {
      json.name("attributes")
      write(meta.attributes, to: &json)
    }
    if !meta.notes.isEmpty {
      json.name("notes")
      json.begin("[")
      for note in meta.notes {
        json.begin("[")
        json.value(note.text)
        if !note.attributes.isEmpty { write(note.attributes, to: &json) }
        json.end("]")
      }
      json.end("]")
    }
    if !meta.properties.isEmpty {
      json.name("properties")
      json.begin("[")
      for property in meta.properties {
        json.begin("[")
        json.value(property.type)
        json.value(property.value)
        if !property.attributes.isEmpty { write(property.attributes, to: &json) }
        json.end("]")
      }
      json.end("]")
    }
    if !meta.elements.isEmpty { json.member("elements", meta.elements) }
    json.end("}")
    return json.text
  }

  /// Reads a text of `written`; values of any other form are left out.
  static func read(_ text: String?) -> Meta {
    guard let text else { return Meta() }
    var reader = MetaReader(text)
    return reader.meta() ?? readSlowly(text)
  }

  /// Reads a text of `written` by the general reader of JSON.
  static func readSlowly(_ text: String) -> Meta {
    guard case .object(let members)? = JSONValue(text) else { return Meta() }
    var meta = Meta()
    for (name, value) in members {
      guard case .array(let items) = value else { continue }
      switch name {
      case "attributes": meta.attributes = attributes(items)
      case "notes":
        meta.notes = items.compactMap { item in
          guard case .array(let parts) = item, case .string(let text)? = parts.first else {
            return nil
          }
          return Meta.Note(text, attributes: attributes(parts, at: 1))
        }
      case "properties":
        meta.properties = items.compactMap { item in
          guard case .array(let parts) = item, parts.count >= 2, case .string(let type) = parts[0],
            case .string(let value) = parts[1]
          else { return nil }
          return Meta.Property(type: type, value: value, attributes: attributes(parts, at: 2))
        }
      case "elements":
        meta.elements = items.compactMap { item in
          guard case .string(let text) = item else { return nil }
          return text
        }
      default: continue
      }
    }
    return meta
  }

  private static func write(_ attributes: [Meta.Attribute], to json: inout JSONText) {
    json.begin("[")
    for attribute in attributes {
      json.begin("[")
      json.value(attribute.name)
      json.value(attribute.value)
      json.end("]")
    }
    json.end("]")
  }

  private static func attributes(_ items: [JSONValue]) -> [Meta.Attribute] {
    items.compactMap { item in
      guard case .array(let parts) = item, parts.count == 2, case .string(let name) = parts[0],
        case .string(let value) = parts[1]
      else { return nil }
      return Meta.Attribute(name: name, value: value)
    }
  }

  private static func attributes(_ parts: [JSONValue], at index: Int) -> [Meta.Attribute] {
    guard index < parts.count, case .array(let items) = parts[index] else { return [] }
    return attributes(items)
  }
}

import CalqueModel

/// Reads the text of a `Meta` as `MetaText.written` writes it, without a value for each bracket.
///
/// It gives up on everything else, escapes included; the general reader then decides.
struct MetaReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The whole; nil if the text is another one.
  mutating func meta() -> Meta? {
    var meta = Meta()
    guard take("{") else { return nil }
    repeat {
      guard let name = string(), take(":") else { return nil }
      switch name {
      case "attributes":
        guard let attributes = attributes() else { return nil }
        meta.attributes = attributes
      case "notes":
        let notes = list { reader -> Meta.Note? in
          guard reader.take("["), let text = reader.string(), let attributes = reader.rest() else {
            return nil
          }
          return Meta.Note(text, attributes: attributes)
        }
        guard let notes else { return nil }
        meta.notes = notes
      case "properties":
        let properties = list { reader -> Meta.Property? in
          guard reader.take("["), let type = reader.string(), reader.take(","),
            let value = reader.string(), let attributes = reader.rest()
          else { return nil }
          return Meta.Property(type: type, value: value, attributes: attributes)
        }
        guard let properties else { return nil }
        meta.properties = properties
      case "elements":
        guard let elements = list({ reader in reader.string() }) else { return nil }
        meta.elements = elements
      default: return nil
      }
    } while take(",")
    return take("}") && place == bytes.count ? meta : nil
  }

  /// The attributes that may follow, and the end of the list that they are in.
  private mutating func rest() -> [Meta.Attribute]? {
    if take("]") { return [] }
    guard take(","), let attributes = attributes(), take("]") else { return nil }
    return attributes
  }

  private mutating func attributes() -> [Meta.Attribute]? {
    list { reader in
      guard reader.take("["), let name = reader.string(), reader.take(","),
        let value = reader.string(), reader.take("]")
      else { return nil }
      return Meta.Attribute(name: name, value: value)
    }
  }

  private mutating func list<Item>(_ item: (inout MetaReader) -> Item?) -> [Item]? {
    var items = [Item]()
    guard take("[") else { return nil }
    if take("]") { return items }
    repeat {
      guard let next = item(&self) else { return nil }
      items.append(next)
    } while take(",")
    return take("]") ? items : nil
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(truncatingIfNeeded: character.value) else {
      return false
    }
    place += 1
    return true
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      if bytes[place] == UInt8(ascii: "\\") { return nil }
      place += 1
    }
    guard place < bytes.count else { return nil }
    defer { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }
}

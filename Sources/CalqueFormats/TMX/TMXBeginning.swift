import CalqueInput
import CalqueModel

/// The data in the first bytes of a TMX document, found before the document is parsed.
enum TMXBeginning {
  /// The languages that `<tuv>` elements name by `lang` or `xml:lang`, in order, each once.
  static func languages(_ head: [UInt8]) -> [LanguageTag] {
    var found = [LanguageTag]()
    var rest = XMLBeginning.after("<body", head[...]) ?? []
    while let tag = XMLBeginning.after("<tuv", rest) {
      rest = tag
      guard let end = tag.firstIndex(of: UInt8(ascii: ">")),
        let value = XMLBeginning.after("lang=", tag[..<end]), let quote = value.first
      else { continue }
      let name = value.dropFirst().prefix { $0 != quote }
      let language = LanguageTag(String(decoding: name, as: UTF8.self))
      if language.isWellFormed, !found.contains(language) { found.append(language) }
    }
    return found
  }
}

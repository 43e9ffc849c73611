import CalqueInput
import CalqueModel

/// The `<tmx>` start tag and the `<header>` of a document.
struct TMXHeader {
  /// The version as written; nil where the document says none.
  private(set) var version: String?
  /// The language that units come from unless they say otherwise; nil for `*all*` and for none.
  private(set) var sourceLanguage: LanguageTag?
  private var root: [Meta.Attribute] = []
  /// The `<header>` element, verbatim; empty where there is none.
  var text = ""

  mutating func begin(_ attributes: [Meta.Attribute]) {
    root = attributes
    version = attributes.first { $0.name == "version" }?.value
  }

  mutating func read(_ attributes: [Meta.Attribute]) {
    sourceLanguage = attributes.first { $0.name == "srclang" }.flatMap { Self.language($0.value) }
  }

  /// Whether a version names a language by `lang`, as TMX 1.1 and 1.2 do, not by `xml:lang`.
  static func isEarly(_ version: String?) -> Bool {
    ["1.0", "1.1", "1.2"].contains(version ?? "")
  }

  /// The language that units come from unless they say otherwise, in a header that was kept.
  static func sourceLanguage(in text: String) -> LanguageTag? {
    let bytes = Array(text.utf8)
    guard let header = XMLBeginning.after("<header", bytes[...]),
      let end = header.firstIndex(of: UInt8(ascii: ">")),
      let value = XMLBeginning.after(" srclang=\"", header[..<end])
    else { return nil }
    return language(String(decoding: value.prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self))
  }

  /// A language that `srclang` names; `*all*` names none.
  static func language(_ srclang: String) -> LanguageTag? {
    srclang.isEmpty || srclang.asciiLowercased == "*all*" ? nil : LanguageTag(srclang)
  }

  /// What a store keeps and a writer repeats: both start tags and what the header holds.
  var kept: FileHeader {
    var bytes = Array("<tmx".utf8)
    for attribute in root { XMLText.append(attribute, to: &bytes) }
    bytes.append(contentsOf: ">".utf8)
    if !text.isEmpty { bytes.append(contentsOf: ("\n  " + text).utf8) }
    return FileHeader(
      format: .tmx, version: version, languages: sourceLanguage.map { [$0] } ?? [],
      text: String(decoding: bytes, as: UTF8.self))
  }
}

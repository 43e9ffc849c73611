import CalqueInput
import CalqueModel

/// The `<tmx>` start tag and the `<header>` of a document.
struct TMXHeader {
  /// The version as written; nil if the document states none.
  private(set) var version: String?
  /// Whether languages are named by `lang`.
  private(set) var isEarly = false
  /// The source language of units that state none; nil for `*all*` and if the header names none.
  private(set) var sourceLanguage: LanguageTag?
  private var root: [Meta.Attribute] = []
  /// The attributes of `<body>`, which TMX does not have and some files do.
  var bodyAttributes: [Meta.Attribute] = []
  /// The `<header>` element, verbatim; empty if there is none.
  var text = ""

  mutating func begin(_ attributes: [Meta.Attribute]) {
    root = attributes
    version = attributes.first { $0.name == "version" }?.value
    isEarly = Self.isEarly(version)
  }

  mutating func read(_ attributes: [Meta.Attribute]) {
    sourceLanguage = attributes.first { $0.name == "srclang" }.flatMap { Self.language($0.value) }
  }

  /// Whether a version names a language by `lang` (TMX 1.1 and 1.2), not by `xml:lang`.
  static func isEarly(_ version: String?) -> Bool {
    ["1.0", "1.1", "1.2"].contains(version ?? "")
  }

  /// The start of the body, unless a header that was kept has it.
  static func body(after text: String) -> String {
    XMLBeginning.after("\n  <body", Array(text.utf8)[...]) == nil ? "\n  <body>\n" : "\n"
  }

  /// The source language of units that state none, in a header that was kept.
  static func sourceLanguage(in text: String) -> LanguageTag? {
    let bytes = Array(text.utf8)
    guard let header = XMLBeginning.after("<header", bytes[...]),
      let end = header.firstIndex(of: UInt8(ascii: ">")),
      let value = XMLBeginning.after(" srclang=\"", header[..<end])
    else { return nil }
    return language(String(decoding: value.prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self))
  }

  /// The language that `srclang` names; nil for `*all*`.
  static func language(_ srclang: String) -> LanguageTag? {
    srclang.isEmpty || srclang.asciiLowercased == "*all*" ? nil : LanguageTag(srclang)
  }

  /// The header that a store keeps and a writer repeats: both start tags and the header's content.
  var kept: FileHeader {
    var bytes = Array("<tmx".utf8)
    for attribute in root { XMLText.append(attribute, to: &bytes) }
    bytes.append(contentsOf: ">".utf8)
    if !text.isEmpty { bytes.append(contentsOf: ("\n  " + text).utf8) }
    if !bodyAttributes.isEmpty {
      bytes.append(contentsOf: "\n  <body".utf8)
      for attribute in bodyAttributes { XMLText.append(attribute, to: &bytes) }
      bytes.append(UInt8(ascii: ">"))
    }
    return FileHeader(
      format: .tmx, version: version, languages: sourceLanguage.map { [$0] } ?? [],
      text: String(decoding: bytes, as: UTF8.self))
  }
}

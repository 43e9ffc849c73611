import CalqueInput
import CalqueModel

/// The reading of an XLIFF document's segments with their places.
///
/// Each slot holds a copy of the reading, so the slots are no part of it.
struct BilingualXLIFF {
  let markup: Markup
  let dialect: XLIFFDialect
  let stated: LanguagePair?
  var version = "1.2"
  private var source: String?
  private var target: String?

  /// Finds the segments of a document.
  ///
  /// - Throws: `InputError` if the document is not well-formed.
  static func slots(
    _ text: [UInt8], _ dialect: XLIFFDialect, pair: LanguagePair?, asWhole: BilingualFile.Choice?
  ) throws(InputError) -> (slots: [BilingualSlot], namesLanguages: Bool) {
    try check(text)
    var document = BilingualXLIFF(markup: Markup(text: text), dialect: dialect, stated: pair)
    var slots: [BilingualSlot] = []
    var namesLanguages = true
    document.markup.visit(whole: { $0 == "trans-unit" || $0 == "unit" }) { node, isWhole in
      if isWhole {
        if document.source == nil, document.target == nil { namesLanguages = false }
        slots += document.isSecond ? document.second(node) : document.first(node, asWhole: asWhole)
      } else {
        document.enter(node)
      }
    }
    return (slots, namesLanguages)
  }

  private init(markup: Markup, dialect: XLIFFDialect, stated: LanguagePair?) {
    self.markup = markup
    self.dialect = dialect
    self.stated = stated
  }

  /// Reads the document as XLIFF, so that everything after can rely on its form.
  private static func check(_ text: [UInt8]) throws(InputError) {
    var options = FormatOptions(keepsIncomplete: true)
    options.destination = .jsonl
    let handler = XLIFFHandler(file: "", options: options, dialect: .plain)
    let document = ResumedDocument(BytesInMemory(text), handler: handler, limits: options.limits)
    while try document.parseNext() { try? handler.drain { _ in } }
  }

  var isSecond: Bool { version.hasPrefix("2") }

  private mutating func enter(_ node: MarkupNode) {
    switch node.name.local {
    case "xliff":
      version =
        markup.value("version", node) ?? (markup.value("srcLang", node) == nil ? "1.2" : "2.0")
      if isSecond { name(markup.value("srcLang", node), markup.value("trgLang", node)) }
    case "file" where !isSecond:
      name(markup.value("source-language", node), markup.value("target-language", node))
    default: break
    }
  }

  private mutating func name(_ source: String?, _ target: String?) {
    self.source = source ?? self.source
    self.target = target ?? self.target
  }

  /// The languages of the segments that follow; those that were stated where the file names none.
  var pair: LanguagePair? {
    let named = (source.map { LanguageTag($0) }, target.map { LanguageTag($0) })
    guard let source = named.0 ?? stated?.side(besides: named.1, isTarget: false),
      let target = named.1 ?? stated?.side(besides: named.0, isTarget: true)
    else { return nil }
    return LanguagePair(source: source, target: target)
  }

  /// Whether a translation needs `xml:lang`, because the document does not name its language.
  var namesTarget: Bool { target == nil && !isSecond }

  /// A segment.
  func segment(
    _ id: String?, _ source: MarkupNode, isTranslated: Bool, isOpen: Bool
  ) -> BilingualSegment {
    let text = markup.plain(source)
    return BilingualSegment(
      id: id, source: text, codes: source.children.isEmpty ? nil : markup.written(source.inner),
      pair: pair, isTranslated: isTranslated,
      isOpen: isOpen && !isTranslated && !text.isBlank && pair != nil)
  }

  /// Whether an element holds a translation: text or codes.
  func isFilled(_ node: MarkupNode?) -> Bool {
    guard let node else { return false }
    return !node.children.allSatisfy { $0.name.local == "mrk" && !isFilled($0) }
      || !markup.plain(node).isBlank
  }

  /// Whether an element holds nothing, or blanks alone.
  func isEmpty(_ node: MarkupNode) -> Bool {
    node.children.isEmpty && markup.plain(node).isBlank
  }

  /// A text, or its inner XML.
  static func content(_ text: String, _ codes: String?) -> String {
    if let codes { return codes }
    var bytes = [UInt8]()
    XMLText.append(text.utf8.span, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The prefix of a name, with its colon: `xlf:`.
  static func prefix(_ name: String) -> String { String(name.dropLast(name.local.count)) }
}

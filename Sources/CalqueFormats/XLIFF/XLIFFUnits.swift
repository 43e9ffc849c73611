import CalqueInput
import CalqueModel

/// Makes units of the elements of an XLIFF document.
struct XLIFFUnits {
  /// The version as written.
  private(set) var version: String?
  /// Whether the document is of version 2.
  private(set) var isSecond = false
  /// The languages that the document named so far, source first.
  private(set) var languages: [LanguageTag] = []

  let options: FormatOptions
  let dialect: XLIFFDialect
  private var source: LanguageTag?
  private var target: LanguageTag?
  /// The number of the `<file>`, from 1, and the name of what it was made from.
  private var fileNumber = 0
  private var fileName = ""
  private var warning: String?
  /// Whether the document names no language, and those of the options count.
  private(set) var isAssumed = false
  /// The units so far, by a hash of id and texts.
  private var met = Set<Int>()

  private static func hash(_ unit: TranslationUnit) -> Int {
    var hasher = Hasher()
    hasher.combine(unit.externalID.map { ByteText($0) })
    for variant in unit.variants { hasher.combine(ByteText(variant.text)) }
    return hasher.finalize()
  }

  init(options: FormatOptions, dialect: XLIFFDialect) {
    self.options = options
    self.dialect = dialect
  }

  /// The reason why a unit is passed over.
  struct Reason: Error {
    let text: String
  }

  /// Reads the root's attributes.
  mutating func begin(_ attributes: [Meta.Attribute]) {
    version = attributes.value("version")
    isSecond =
      version?.hasPrefix("2") ?? (attributes.value("srcLang") != nil)
      || attributes.value("xmlns")?.contains(":document:2") == true
    name(attributes.value("srcLang"), attributes.value("trgLang"))
  }

  /// Reads the attributes of a `<file>`.
  mutating func beginFile(_ attributes: [Meta.Attribute]) {
    fileNumber += 1
    fileName = attributes.value(isSecond ? "id" : "original") ?? ""
    if !isSecond { name(attributes.value("source-language"), attributes.value("target-language")) }
  }

  private mutating func name(_ source: String?, _ target: String?) {
    func tag(_ text: String?) -> LanguageTag? {
      text.flatMap { $0.isBlank ? nil : LanguageTag($0) }
    }
    // A file that names no language has those of the file before it.
    self.source = tag(source) ?? self.source
    self.target = tag(target) ?? self.target
    for tag in [self.source, self.target] {
      if let tag, !languages.contains(tag), languages.count < 16 { languages.append(tag) }
    }
  }

  /// Hands over the warning about the last unit.
  mutating func takeWarning() -> String? {
    defer { warning = nil }
    return warning
  }

  // MARK: - Units

  /// The units of a trans-unit (one, or one a segment) or of a unit of version 2.
  mutating func units(of node: XMLNode) -> [Result<TranslationUnit, Reason>] {
    if isSecond { return XLIFFSegments(node).parts.map { finished($0) } }
    let unit = TransUnit(node)
    if dialect != .plain, unit.node["translate"] == "no" {
      return [.failure(Reason(text: "not to translate"))]
    }
    return unit.parts(dialect, cuts: options.cutsSegments).map { finished($0) }
  }

  private mutating func finished(_ part: XLIFFPart) -> Result<TranslationUnit, Reason> {
    var variants = [Variant]()
    for (side, named) in [(part.source, source), (part.target, target)] {
      let isTarget = variants.count == 1
      guard let side else {
        if !isTarget {
          let tag = named ?? options.pair?.source ?? Self.unknown
          var meta = Meta()
          meta.attributes = [Meta.Attribute(name: Meta.noSegment, value: "")]
          variants.append(Variant(language: tag, text: "", meta: meta))
        }
        continue
      }
      let tag =
        named ?? side["xml:lang"].map { LanguageTag($0) }
        ?? stated(isTarget, besides: isTarget ? variants[0].language : target)
      guard let tag else { return .failure(Reason(text: "no language")) }
      variants.append(variant(side, tag))
    }
    if !options.keepsIncomplete {
      guard part.target != nil else { return .failure(Reason(text: "no translation")) }
      if variants.contains(where: { StorableText.firstUnstorable(in: $0.text) != nil }) {
        return .failure(Reason(text: "control character"))
      }
    }
    var unit = TranslationUnit(
      externalID: identifier(part.id), sourceLanguage: variants[0].language, status: part.status,
      meta: part.meta, variants: variants)
    if !options.keepsIncomplete, !unit.isPair { return .failure(Reason(text: "empty side")) }
    part.history?(&unit)
    // A memory holds two equal units once.
    if !options.keepsIncomplete, !met.insert(Self.hash(unit)).inserted {
      return .failure(Reason(text: "repeated with its id"))
    }
    return .success(unit)
  }

  private static let unknown: LanguageTag = "und"

  /// The language that the user or the store states for a side; `und` in a conversion.
  private mutating func stated(_ isTarget: Bool, besides other: LanguageTag?) -> LanguageTag? {
    let pair = options.pair ?? options.fallbackPair
    if let pair {
      if options.pair == nil, other == nil { isAssumed = true }
      return pair.side(besides: other, isTarget: isTarget)
    }
    warning = "the file does not name the language of a text"
    return options.keepsIncomplete ? Self.unknown : nil
  }

  private func variant(_ node: XMLNode, _ language: LanguageTag) -> Variant {
    // A file that is converted keeps the characters of `cp` that a store cannot hold.
    let text = node.segmentText(keepsControls: options.keepsIncomplete)
    return Variant(
      language: language, text: text, codes: node.hasInlineElements ? node.inner : nil)
  }

  /// The unit's id; in a memory, units of a second file of the document bear its name, because
  /// their ids may be those of the first.
  private func identifier(_ id: String?) -> String? {
    guard let id, !options.keepsIncomplete, fileNumber > 1 else { return id }
    return "\(fileName)#\(id)"
  }
}

/// A pair of texts of an XLIFF document, with what belongs to it.
struct XLIFFPart {
  var id: String?
  var source: XMLNode?
  var target: XMLNode?
  var status: UnitStatus
  var meta = Meta()
  /// Moves dates, users and origin to the unit's fields.
  var history: ((inout TranslationUnit) -> Void)?
}

extension XMLNode {
  /// Whether an element's own text is part of the sentence around it.
  private var isTextual: Bool { ["g", "mrk", "pc"].contains(local) }

  /// Whether there are elements inside.
  var hasInlineElements: Bool {
    content.contains { if case .node = $0 { true } else { false } }
  }

  /// The text of a segment: what `g`, `mrk` and `pc` hold counts, native code does not.
  func segmentText(keepsControls: Bool = false) -> String {
    if content.count == 1, case .text(let text) = content[0] { return text }
    var result = ""
    for part in content {
      switch part {
      case .text(let text): result += text
      case .node(let node) where node.isTextual:
        result += node.segmentText(keepsControls: keepsControls)
      case .node(let node) where node.local == "cp":
        // `cp` stands for a character that XML cannot hold (XLIFF 2.1, section 4.2.3.1).
        guard let code = node["hex"].flatMap({ UInt32($0, radix: 16) }),
          let scalar = Unicode.Scalar(code), code > 0
        else { continue }
        let text = String(Character(scalar))
        if keepsControls || StorableText.firstUnstorable(in: text) == nil { result += text }
      case .node: break
      }
    }
    return result
  }

  /// The content as XML.
  var inner: String {
    var capture = XMLCapture()
    for part in content { write(part, to: &capture) }
    return capture.text
  }

  private func write(_ part: Content, to capture: inout XMLCapture) {
    switch part {
    case .text(let text): capture.text(text.utf8.span)
    case .node(let node):
      capture.start(node.name, node.attributes)
      for part in node.content { write(part, to: &capture) }
      capture.end(node.name)
    }
  }
}

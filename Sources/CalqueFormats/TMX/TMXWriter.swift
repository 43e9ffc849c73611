import CalqueInput
import CalqueModel
import CalqueText

/// Writes TMX 1.4, or 1.1 for old tools.
struct TMXWriter: FormatWriter {
  let header: FileHeader?
  private let options: WriterOptions
  /// The version that is written.
  let version: String
  private let prefixes: DeclaredPrefixes
  /// Whether the file is written in the version of its header.
  private let isOwnVersion: Bool
  private let isEarly: Bool
  // Asked for every unit: the values themselves would be copied.
  private let (hasHeader, hasPair): (Bool, Bool)
  private var hasBegun = false
  /// The source language of units that state none.
  private var sourceLanguage: LanguageTag?

  init(header: FileHeader?, options: WriterOptions) {
    self.header = header
    self.options = options
    version = options.version ?? header?.version ?? "1.4"
    isOwnVersion = header?.version == version
    isEarly = TMXHeader.isEarly(version)
    (hasHeader, hasPair) = (header != nil, options.pair != nil)
    let keepsHeader = options.version == nil || options.version == header?.version
    prefixes = DeclaredPrefixes(keepsHeader ? header?.text : nil)
    // A header from a store lists the store's languages. The source language is in the header's
    // text.
    sourceLanguage = header.map { TMXHeader.sourceLanguage(in: $0.text) } ?? options.pair?.source
  }

  mutating func write(_ unit: TranslationUnit, to output: inout Output) {
    begin(first: unit, &output)
    guard let variants = chosen(unit.variants, &output) else {
      return output.passOver("unit without both languages")
    }
    // A <tu> without a <tuv> is not TMX (1.4b, the DTD: tuv+).
    if variants.isEmpty { return output.passOver("unit without a text") }
    if hasHeader, !unit.meta.attributes.isEmpty, let before = unit.instructionsBefore {
      output.append("    " + before + "\n")
    }
    if variants.count == unit.variants.count, !unit.meta.attributes.isEmpty, let text = kept(unit) {
      output.append("    " + text + "\n")
      return
    }
    write(unit, variants, &output)
  }

  private func write(_ unit: TranslationUnit, _ variants: [Variant], _ output: inout Output) {
    output.append(fixed: "    <tu")
    let others = attributes(of: unit, &output)
    output.append(fixed: ">\n")
    let added = others + TMXWriter.added(to: unit)
    write(unit.meta, added, indent: "      ", &output)
    // Each text is written in its place: a copy of all that is said of it costs half the writing.
    let texts = variants.span
    for place in texts.indices {
      if !isEarly, texts[place].codes == nil, texts[place].meta.isEmpty {
        write(plain: texts[place].text, in: texts[place].language, &output)
      } else {
        write(texts[place], &output)
      }
    }
    output.append(fixed: "    </tu>\n")
  }

  /// The variants in the two requested languages; nil if one of the two languages has no text.
  ///
  /// A reader skips a unit without a pair, so the writer leaves such a unit out.
  private func chosen(_ variants: [Variant], _ output: inout Output) -> [Variant]? {
    guard hasPair, let pair = options.pair else { return variants }
    let filled = variants.filter { !$0.text.isBlank || $0.codes != nil }.map(\.language)
    let sides = Columns(unnamed: pair).sides(of: filled)
    if sides.contains(where: \.isEmpty) { return nil }
    return variants.filter { variant in
      let isAsked =
        variant.language.fit(asked: pair.source) != nil
        || variant.language.fit(asked: pair.target) != nil
      if !isAsked { output.lose("variant in \(variant.language)") }
      return isAsked
    }
  }

  mutating func write(_ concept: Concept, to output: inout Output) {
    let unit = TranslationUnit(concept)
    begin(first: unit, &output)
    guard let variants = chosen(unit.variants, &output), variants.count >= 2 else {
      return output.passOver("concept without both languages")
    }
    output.loseAllButPairs(of: concept)
    write(unit, variants, &output)
  }

  mutating func finish(_ output: inout Output) {
    begin(first: nil, &output)
    output.append("  </body>\n</tmx>\n")
  }

  // MARK: - Header

  private mutating func begin(first: TranslationUnit?, _ output: inout Output) {
    guard !hasBegun else { return }
    hasBegun = true
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    if let header, options.version == nil || options.version == header.version {
      output.append(header.text)
      output.append(TMXHeader.body(after: header.text))
      return
    }
    output.append("<tmx version=\"\(version)\">\n  <header")
    let source = sourceLanguage ?? first?.sourceLanguage ?? first?.variants.first?.language
    sourceLanguage = source
    for (name, value) in [
      ("creationtool", "calque"), ("creationtoolversion", options.toolVersion),
      ("segtype", "sentence"), ("o-tmf", "calque"), ("adminlang", Language.english.primary),
      ("srclang", source?.written ?? "*all*"), ("datatype", "plaintext"),
    ] { XMLText.append(name, value, to: &output.bytes) }
    output.append("/>\n  <body>\n")
  }

  // MARK: - Units

  /// Writes a unit's attributes.
  ///
  /// - Returns: those that TMX or the document has no attribute for, as properties.
  private func attributes(
    of unit: TranslationUnit, _ output: inout Output
  ) -> [Meta.Property] {
    let kept = unit.meta.attributes
    func isKept(_ name: String) -> Bool { kept.contains { $0.name == name } }
    func write(_ name: String, _ value: String?) {
      guard let value else { return }
      replaced(XMLText.append(name, value, to: &output.bytes), &output)
    }
    write("tuid", unit.externalID)
    if let created = unit.created, !isKept("creationdate") {
      write("creationdate", created.basic)
    }
    write("creationid", unit.createdBy)
    if let changed = unit.changed, !isKept("changedate"), changed != unit.impliedChange {
      write("changedate", changed.basic)
    }
    if let user = unit.changedBy, !isKept("changeid"),
      !unit.changedBy.hasSameBytes(as: unit.impliedChanger)
    {
      write("changeid", user)
    }
    if let count = unit.useCount, !isKept("usagecount") { write("usagecount", String(count)) }
    if let language = unit.sourceLanguage, sourceLanguage != language, !isKept("srclang") {
      write("srclang", language.written)
    }
    if kept.isEmpty { return [] }
    let taken = [("tuid", unit.externalID), ("creationid", unit.createdBy)]
      .compactMap { $0.1 == nil ? nil : $0.0 }
    return self.write(kept.filter { !Meta.isVerbatim($0.name) }, taken: Set(taken), &output)
  }

  /// Writes the attributes that an element of the document can have.
  ///
  /// - Returns: the others, as properties.
  private func write(
    _ attributes: [Meta.Attribute], taken: Set<String> = [], _ output: inout Output
  ) -> [Meta.Property] {
    let (held, others) = prefixes.split(attributes, taken: taken)
    for attribute in held { replaced(XMLText.append(attribute, to: &output.bytes), &output) }
    return others.map { Meta.Property(type: $0.name, value: $0.value) }
  }

  /// Writes a text that has a language, as nearly every text, and of which nothing more is said.
  private func write(plain text: String, in language: LanguageTag, _ output: inout Output) {
    output.append(fixed: "      <tuv xml:lang=\"")
    XMLText.append(language.written.utf8Span.span, to: &output.bytes, inAttribute: true)
    output.append(fixed: "\">\n        <seg>")
    replaced(XMLText.append(text.utf8Span.span, to: &output.bytes), &output)
    output.append(fixed: "</seg>\n      </tuv>\n")
  }

  private func write(_ variant: Variant, _ output: inout Output) {
    output.append(fixed: "      <tuv")
    let kept = variant.meta.attributes
    // A file in its own version keeps its language attribute; in another version it gets that
    // version's.
    let isLanguage = { (name: String) in name == "lang" || name == "xml:lang" }
    if !isOwnVersion || !kept.contains(where: { isLanguage($0.name) }) {
      let name = isEarly ? "lang" : "xml:lang"
      XMLText.append(name, variant.language.written, to: &output.bytes)
    }
    let others =
      kept.isEmpty
      ? []
      : write(
        kept.filter { $0.name != Meta.noSegment && (isOwnVersion || !isLanguage($0.name)) },
        &output)
    output.append(fixed: ">\n")
    write(variant.meta, others, indent: "        ", &output)
    if !variant.isWithoutSegment {
      output.append(fixed: "        <seg>")
      if let codes = variant.codes, let written = self.codes(codes, &output) {
        output.append(written)
      } else {
        replaced(XMLText.append(variant.text.utf8.span, to: &output.bytes), &output)
      }
      output.append(fixed: "</seg>\n")
    }
    output.append(fixed: "      </tuv>\n")
  }

  /// A segment's inner XML: as it is in the document that it came from, and else in the codes of
  /// TMX; nil if it has elements that are none.
  private func codes(_ codes: String, _ output: inout Output) -> String? {
    // A file's own codes go back as they were, even where their prefixes were never declared.
    if header != nil || Self.isOwn(codes) && prefixes.hold(codes) { return codes }
    guard let list = output.commonCodes(codes) else { return nil }
    let written = list.tmx()
    return prefixes.hold(written) ? written : list.withoutNative.tmx()
  }

  private static let codes: Set<String> = ["bpt", "ept", "ph", "it", "hi", "ut", "sub"]

  /// Whether all codes are those of TMX, and none has the `id` that XLIFF demands and TMX does not
  /// know.
  private static func isOwn(_ codes: String) -> Bool {
    InlineCodes.elements(of: codes).keys.allSatisfy(Self.codes.contains)
      && XMLBeginning.after(" id=", Array(codes.utf8)[...]) == nil
  }

  private func write(
    _ meta: Meta, _ added: [Meta.Property], indent: String, _ output: inout Output
  ) {
    for note in meta.notes {
      output.append(indent)
      output.append(fixed: "<note")
      for attribute in write(note.attributes, &output) { output.lose("note's \(attribute.type)") }
      output.append(fixed: ">")
      replaced(XMLText.append(note.text.utf8.span, to: &output.bytes), &output)
      output.append(fixed: "</note>\n")
    }
    for property in meta.properties
    where added.isEmpty || !added.contains(where: { $0.type == property.type }) {
      write(property, indent: indent, &output)
    }
    for property in added { write(property, indent: indent, &output) }
    for element in meta.elements {
      guard prefixes.hold(element) else {
        output.lose("element")
        continue
      }
      output.append(indent)
      output.append(element)
      output.append(fixed: "\n")
    }
  }

  private func write(_ property: Meta.Property, indent: String, _ output: inout Output) {
    output.append(indent)
    output.append(fixed: "<prop")
    if !property.type.isEmpty {
      replaced(XMLText.append("type", property.type, to: &output.bytes), &output)
    }
    let others =
      property.attributes.isEmpty ? [] : write(property.attributes, taken: ["type"], &output)
    output.append(fixed: ">")
    replaced(XMLText.append(property.value.utf8.span, to: &output.bytes), &output)
    output.append(fixed: "</prop>\n")
    // What the property cannot say of itself stands behind it: `match:type`.
    for other in others {
      let type = "\(property.type):\(other.type)"
      write(Meta.Property(type: type, value: other.value), indent: indent, &output)
    }
  }

  /// The properties for a status and an origin that the unit's own properties do not state.
  private static func added(to unit: TranslationUnit) -> [Meta.Property] {
    var added = [Meta.Property]()
    if unit.status != unit.impliedStatus ?? .translated {
      added.append(
        Meta.Property(
          type: TranslationUnit.statusProperty,
          value: TranslationUnit.propertyValue(of: unit.status)))
    }
    if let origin = unit.origin, !unit.origin.hasSameBytes(as: unit.impliedOrigin) {
      added.append(Meta.Property(type: TranslationUnit.originProperty, value: origin))
    }
    return added
  }

  private func replaced(_ count: Int, _ output: inout Output) {
    output.lose("character that XML has not", count)
  }
}

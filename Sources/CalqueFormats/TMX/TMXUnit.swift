import CalqueModel

/// A `<tu>` as it was read.
struct TMXUnit {
  var attributes: [Meta.Attribute] = []
  /// What its notes, properties and unknown elements say.
  var meta = Meta()
  /// Whether a `<tuv>` has been read.
  private(set) var hasVariants = false
  /// Whether a `<tuv>` is left out.
  private(set) var isShort = false
  private(set) var warnings: [(message: String, kind: String)] = []
  /// The reason why the unit is passed over, if it is.
  private(set) var reason = "fewer than two texts"
  private var variants: [Variant] = []

  /// A `<prop>`.
  static func property(_ text: String, _ attributes: [Meta.Attribute]) -> Meta.Property {
    if attributes.count == 1, attributes[0].name == "type" {
      return Meta.Property(type: attributes[0].value, value: text)
    }
    var rest = attributes
    let place = rest.firstIndex { $0.name == "type" }
    let type = place.map { rest.remove(at: $0).value }
    return Meta.Property(type: type ?? "", value: text, attributes: rest)
  }

  /// Adds a `<tuv>` that was read to its end.
  mutating func add(
    _ variant: inout TMXVariant, isEarly: Bool, keepsIncomplete: Bool,
    _ languages: inout TMXLanguages
  ) {
    hasVariants = true
    if variants.isEmpty { variants.reserveCapacity(2) }
    let fault = variant.move(
      to: &variants, isEarly: isEarly, keepsIncomplete: keepsIncomplete, languages: &languages,
      warnings: &warnings)
    if let fault { (isShort, reason) = (true, fault) }
  }

  /// The unit of the model, made once all is read; nil if the unit is passed over.
  mutating func finished(_ header: TMXHeader, keepsIncomplete: Bool) -> TranslationUnit? {
    if !keepsIncomplete, variants.count < 2 { return nil }
    // What was read is moved, not copied: every unit of a file comes by here.
    var unit = TranslationUnit(sourceLanguage: header.sourceLanguage, variants: [])
    swap(&unit.meta, &meta)
    swap(&unit.variants, &variants)
    readAttributes(into: &unit)
    guard keepsIncomplete || unit.variants.arePair(source: unit.sourceLanguage) else {
      reason = "empty side"
      return nil
    }
    return consume unit
  }

  /// Moves the attributes to the unit's fields.
  ///
  /// An attribute stays in `meta` as written if it has no field or cannot be written back
  /// unchanged.
  private mutating func readAttributes(into unit: inout TranslationUnit) {
    for attribute in attributes {
      switch attribute.name {
      case "tuid": unit.externalID = attribute.value
      case "srclang":
        unit.sourceLanguage = TMXHeader.language(attribute.value)
        unit.meta.attributes.append(attribute)
      case "creationid": unit.createdBy = attribute.value
      case "changeid": unit.changedBy = attribute.value
      case "creationdate", "changedate":
        guard let date = Instant(attribute.value) else {
          warnings.append(
            ("'\(attribute.value)' is no date like 20231101T083000Z; it is kept as it is", "date"))
          unit.meta.attributes.append(attribute)
          continue
        }
        if attribute.name == "creationdate" { unit.created = date } else { unit.changed = date }
        if date.basic != attribute.value { unit.meta.attributes.append(attribute) }
      case "usagecount":
        unit.useCount = Int(attribute.value)
        if unit.useCount.map(String.init) != attribute.value {
          unit.meta.attributes.append(attribute)
        }
      default: unit.meta.attributes.append(attribute)
      }
    }
    if unit.hasProperties {
      unit.status = unit.impliedStatus ?? .translated
      unit.origin = unit.impliedOrigin
    }
    // Dates and users of the variants are attributes of theirs.
    if !unit.variants.contains(where: { !$0.meta.attributes.isEmpty }) { return }
    // OmegaT and others date the translation, not the unit. An attribute that agrees with the
    // variants is kept, because the writer leaves out dates and users that the variants imply.
    if unit.changed == nil {
      unit.changed = unit.impliedChange
    } else if unit.changed == unit.impliedChange {
      keep("changedate", in: &unit)
    }
    if unit.changedBy == nil {
      unit.changedBy = unit.impliedChanger
    } else if unit.changedBy.hasSameBytes(as: unit.impliedChanger) {
      keep("changeid", in: &unit)
    }
  }

  private func keep(_ name: String, in unit: inout TranslationUnit) {
    guard !unit.meta.attributes.contains(where: { $0.name == name }) else { return }
    unit.meta.attributes += attributes.filter { $0.name == name }
  }
}

/// A `<tuv>` as it was read.
struct TMXVariant {
  var attributes: [Meta.Attribute] = []
  var meta = Meta()
  var text = ""
  var codes: String?
  var hasSegment = false

  /// Appends the variant of the model; returns the reason why there is none, or nil.
  ///
  /// `lang` is kept in `meta`, as is `xml:lang` in a version that should not have it (`isEarly`),
  /// so that the writer repeats the attribute in which the language came.
  mutating func move(
    to variants: inout [Variant], isEarly: Bool, keepsIncomplete: Bool,
    languages: inout TMXLanguages, warnings: inout [(message: String, kind: String)]
  ) -> String? {
    var language: String?
    for attribute in attributes {
      if attribute.name == "xml:lang" {
        language = attribute.value
        if !isEarly { continue }
      }
      meta.attributes.append(attribute)
    }
    guard
      let written = language ?? attributes.first(where: { $0.name == "lang" })?.value,
      !written.isEmpty
    else {
      warnings.append(("a <tuv> names no language; it is left out", "no language"))
      return "no language"
    }
    let (tag, isWellFormed) = languages.tag(written)
    if !isWellFormed {
      warnings.append(("'\(written)' is no language tag; it is kept as it is", written))
    }
    if !hasSegment {
      guard keepsIncomplete else {
        warnings.append(("a <tuv> has no <seg>; it is left out", "no segment"))
        return "no segment"
      }
      meta.attributes.append(Meta.Attribute(name: Meta.noSegment, value: ""))
    }
    let place = variants.count
    variants.append(Variant(language: tag, text: ""))
    swap(&variants[place].text, &text)
    swap(&variants[place].codes, &codes)
    swap(&variants[place].meta, &meta)
    return nil
  }
}

/// The languages that a document named first: nearly every document names the same two or three.
struct TMXLanguages {
  private var known: [(tag: LanguageTag, isWellFormed: Bool)] = []

  /// The tag of a name as written, and whether it is well-formed.
  mutating func tag(_ written: String) -> (tag: LanguageTag, isWellFormed: Bool) {
    for language in known where language.tag.written.hasSameBytes(as: written) { return language }
    let tag = LanguageTag(written)
    let language = (tag, tag.isWellFormed)
    if known.count < 4 { known.append(language) }
    return language
  }
}

extension Meta {
  /// The attribute of a variant that has no segment in its file; conversions keep such variants.
  static let noSegment = "calque:no-segment"
}

extension Variant {
  /// Whether the variant has no segment in its file.
  var isWithoutSegment: Bool { meta.attributes.contains { $0.name == Meta.noSegment } }
}

extension String {
  /// Whether the text is empty or has only blanks.
  var isBlank: Bool { utf8.allSatisfy { $0 <= 0x20 } }
}

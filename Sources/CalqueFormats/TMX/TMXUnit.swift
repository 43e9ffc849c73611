import CalqueModel

/// A `<tu>` as it was read.
struct TMXUnit {
  var attributes: [Meta.Attribute] = []
  /// The unit of the model, without what the attributes say.
  var unit = TranslationUnit(variants: [])
  /// Whether a `<tuv>` has been read.
  private(set) var hasVariants = false
  /// Whether a `<tuv>` is left out.
  private(set) var isShort = false
  private(set) var warnings: [(message: String, kind: String)] = []
  /// The reason why a unit with so few texts is passed over.
  private var reason = "fewer than two texts"

  init(attributes: [Meta.Attribute] = []) { self.attributes = attributes }

  /// The reason why a unit is passed over.
  struct Reason: Error {
    let text: String
  }

  /// A `<prop>`.
  static func property(_ text: String, _ attributes: [Meta.Attribute]) -> Meta.Property {
    var rest = attributes
    let place = rest.firstIndex { $0.name == "type" }
    let type = place.map { rest.remove(at: $0).value }
    return Meta.Property(type: type ?? "", value: text, attributes: rest)
  }

  /// Adds a `<tuv>` that was read to its end.
  mutating func add(
    _ variant: TMXVariant, isEarly: Bool, keepsIncomplete: Bool, _ languages: inout TMXLanguages
  ) {
    hasVariants = true
    do throws(Reason) {
      let variant = try variant.finished(
        isEarly: isEarly, keepsIncomplete: keepsIncomplete, languages: &languages,
        warnings: &warnings)
      if unit.variants.isEmpty { unit.variants.reserveCapacity(2) }
      unit.variants.append(variant)
    } catch {
      isShort = true
      reason = error.text
    }
  }

  /// Completes the unit; returns the reason why it is passed over, or nil.
  mutating func finish(header: TMXHeader, keepsIncomplete: Bool) -> String? {
    if !keepsIncomplete, unit.variants.count < 2 { return reason }
    readAttributes(header)
    return keepsIncomplete || unit.isPair ? nil : "empty side"
  }

  /// Moves the attributes to the unit's fields.
  ///
  /// An attribute stays in `meta` as written if it has no field or cannot be written back
  /// unchanged.
  private mutating func readAttributes(_ header: TMXHeader) {
    unit.sourceLanguage = header.sourceLanguage
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
    unit.status = unit.impliedStatus ?? .translated
    unit.origin = unit.impliedOrigin
    // OmegaT and others date the translation, not the unit. An attribute that agrees with the
    // variants is kept, because the writer leaves out dates and users that the variants imply.
    if unit.changed == nil {
      unit.changed = unit.impliedChange
    } else if unit.changed == unit.impliedChange {
      keep("changedate")
    }
    if unit.changedBy == nil {
      unit.changedBy = unit.impliedChanger
    } else if unit.changedBy.hasSameBytes(as: unit.impliedChanger) {
      keep("changeid")
    }
  }

  private mutating func keep(_ name: String) {
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

  init(attributes: [Meta.Attribute] = []) { self.attributes = attributes }

  /// The variant of the model, or the reason why there is none.
  ///
  /// `lang` is kept in `meta`, as is `xml:lang` in a version that should not have it (`isEarly`),
  /// so that the writer repeats the attribute in which the language came.
  func finished(
    isEarly: Bool, keepsIncomplete: Bool, languages: inout TMXLanguages,
    warnings: inout [(message: String, kind: String)]
  ) throws(TMXUnit.Reason) -> Variant {
    var meta = meta
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
      throw TMXUnit.Reason(text: "no language")
    }
    let (tag, isWellFormed) = languages.tag(written)
    if !isWellFormed {
      warnings.append(("'\(written)' is no language tag; it is kept as it is", written))
    }
    if !hasSegment {
      guard keepsIncomplete else {
        warnings.append(("a <tuv> has no <seg>; it is left out", "no segment"))
        throw TMXUnit.Reason(text: "no segment")
      }
      meta.attributes.append(Meta.Attribute(name: Meta.noSegment, value: ""))
    }
    return Variant(language: tag, text: text, codes: codes, meta: meta)
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

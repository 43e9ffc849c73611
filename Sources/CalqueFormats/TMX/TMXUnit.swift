import CalqueModel

/// A `<tu>` as it was read.
struct TMXUnit {
  var attributes: [Meta.Attribute] = []
  var meta = Meta()
  var variants: [TMXVariant] = []

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

  /// The unit of the model, or the reason why there is none.
  func finished(
    header: TMXHeader, keepsIncomplete: Bool, warn: (String, String) -> Void
  ) -> Result<TranslationUnit, Reason> {
    var unit = TranslationUnit(meta: meta, variants: [])
    unit.variants.reserveCapacity(variants.count)
    var reason = "fewer than two texts"
    for variant in variants {
      switch variant.finished(
        isEarly: header.isEarly, keepsIncomplete: keepsIncomplete, warn: warn)
      {
      case .success(let variant): unit.variants.append(variant)
      case .failure(let missing): reason = missing.text
      }
    }
    if !keepsIncomplete {
      if unit.variants.count < 2 { return .failure(Reason(text: reason)) }
    }
    read(into: &unit, header: header, warn: warn)
    return keepsIncomplete || unit.isPair ? .success(unit) : .failure(Reason(text: "empty side"))
  }

  /// Moves the attributes to the unit's fields.
  ///
  /// An attribute stays in `meta` as written if it has no field or cannot be written back
  /// unchanged.
  private func read(
    into unit: inout TranslationUnit, header: TMXHeader, warn: (String, String) -> Void
  ) {
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
          warn("'\(attribute.value)' is no date like 20231101T083000Z; it is kept as it is", "date")
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

  init(attributes: [Meta.Attribute] = []) { self.attributes = attributes }

  /// The variant of the model, or the reason why there is none.
  ///
  /// `lang` is kept in `meta`, as is `xml:lang` in a version that should not have it (`isEarly`),
  /// so that the writer repeats the attribute in which the language came.
  func finished(
    isEarly: Bool, keepsIncomplete: Bool, warn: (String, String) -> Void
  ) -> Result<Variant, TMXUnit.Reason> {
    var meta = meta
    var language: String?
    for attribute in attributes {
      switch attribute.name {
      case "xml:lang":
        language = attribute.value
        if isEarly { meta.attributes.append(attribute) }
      default: meta.attributes.append(attribute)
      }
    }
    guard
      let written = language ?? attributes.first(where: { $0.name == "lang" })?.value,
      !written.isEmpty
    else {
      warn("a <tuv> names no language; it is left out", "no language")
      return .failure(TMXUnit.Reason(text: "no language"))
    }
    let tag = LanguageTag(written)
    if !tag.isWellFormed { warn("'\(written)' is no language tag; it is kept as it is", written) }
    if !hasSegment {
      guard keepsIncomplete else {
        warn("a <tuv> has no <seg>; it is left out", "no segment")
        return .failure(TMXUnit.Reason(text: "no segment"))
      }
      meta.attributes.append(Meta.Attribute(name: Meta.noSegment, value: ""))
    }
    return .success(Variant(language: tag, text: text, codes: codes, meta: meta))
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

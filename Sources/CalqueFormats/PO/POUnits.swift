import CalqueModel
import CalqueText

/// Makes units of the entries of a catalogue, and entries of units.
///
/// An entry with plural forms makes a unit a form: the singular with the first form, the plural
/// with each other. What a unit is a form of stands in its attributes.
struct POUnits {
  private let options: FormatOptions
  private var source: LanguageTag?
  private var target: LanguageTag?
  /// Whether the header names no language, and those of the options count.
  private(set) var isAssumed = false

  init(_ options: FormatOptions) {
    self.options = options
    target = options.pair?.target
    source = options.pair?.source
  }

  /// The languages, as far as they are known, source first.
  var languages: [LanguageTag] { [source, target].compactMap { $0 } }

  /// Reads the languages of the header, source first.
  mutating func begin(_ header: POEntry?) {
    func tag(_ name: String) -> LanguageTag? {
      guard let text = header?.field(name), !text.isEmpty else { return nil }
      let tag = LanguageTag(text)
      return tag.isWellFormed ? tag : nil
    }
    let named = CatalogueLanguages(
      source: tag("X-Source-Language"), target: tag("Language") ?? tag("X-Poedit-Language"),
      options)
    (target, isAssumed) = (named.target, named.isAssumed)
    // A program's own language is English unless somebody says something else.
    let english = LanguageTag(Language.english.primary)
    source = named.source ?? (target == english ? "und" : english)
  }

  /// The units of an entry; a form without translation has one text.
  ///
  /// - Returns: nil if there is a translation and its language is not known.
  func units(of entry: POEntry) -> [TranslationUnit]? {
    guard let id = entry.id, let source else { return nil }
    let numbers = entry.translations.keys.sorted()
    var units = [TranslationUnit]()
    for number in numbers {
      let isSingular = entry.plural == nil || number == 0 && numbers.count > 1
      let text = isSingular ? id : entry.plural ?? id
      var variants = [Variant(language: source, text: text)]
      if let translation = entry.translations[number], !translation.isEmpty {
        guard let target else { return nil }
        variants.append(Variant(language: target, text: translation))
      }
      let isFuzzy = entry.flags.contains("fuzzy")
      var unit = TranslationUnit(
        externalID: entry.context, sourceLanguage: source,
        status: isFuzzy || variants.count < 2 ? .draft : .translated, variants: variants)
      if units.isEmpty { unit.meta = entry.meta }
      if let plural = entry.plural {
        unit.meta.attributes.append(Meta.Attribute(name: POEntry.form, value: String(number)))
        unit.meta.attributes.append(
          Meta.Attribute(
            name: isSingular ? POEntry.plural : POEntry.singular, value: isSingular ? plural : id))
      } else if numbers.count > 1 {
        // Some catalogues number translations of a text that has no plural.
        unit.meta.attributes.append(Meta.Attribute(name: POEntry.form, value: String(number)))
      }
      units.append(unit)
    }
    if entry.plural != nil || numbers.count > 1, !units.isEmpty {
      units[0].meta.attributes.append(
        Meta.Attribute(name: POEntry.forms, value: Self.forms(entry, numbers, entry.numbers)))
    }
    return units
  }

  /// The numbers of the forms, each with the form whose unit has its text: `0=0 1=1 2=1`.
  ///
  /// A memory holds two equal units once.
  private static func forms(_ entry: POEntry, _ numbers: [Int], _ order: [Int]) -> String {
    order.map { number in
      let equal = numbers.first {
        (entry.plural == nil || entry.plural.hasSameBytes(as: entry.id)
          || ($0 == numbers.first) == (number == numbers.first))
          && entry.translations[$0].hasSameBytes(as: entry.translations[number])
      }
      return "\(number)=\(equal ?? number)"
    }.joined(separator: " ")
  }
}

extension POEntry {
  /// The header of a catalogue that has none; a writer makes no other.
  static let noHeader = "\n"
  static let form = "po:form"
  static let forms = "po:forms"
  static let singular = "po:msgid"
  static let plural = "po:msgid_plural"
  static let obsolete = "po:obsolete"
  static let flags = "flags"
  static let references = "references"
  static let previous = "previous-"
  static let from = "from"

  /// Whether an attribute belongs to an entry's structure, which only PO has.
  static func isStructure(_ name: String) -> Bool { name.hasPrefix("po:") }

  /// What an entry says beyond its texts.
  var meta: Meta {
    var meta = Meta()
    if isObsolete { meta.attributes.append(Meta.Attribute(name: Self.obsolete, value: "yes")) }
    for (lines, author) in [(comments, "translator"), (extracted, "developer")] where !lines.isEmpty
    {
      let from = Meta.Attribute(name: Self.from, value: author)
      meta.notes.append(Meta.Note(lines.joined(separator: "\n"), attributes: [from]))
    }
    let properties =
      [
        (Self.references, references.joined(separator: "\n")),
        (Self.flags, flags.joined(separator: ", ")),
      ] + previous.map { (Self.previous + $0.key, $0.text) }
    for (type, value) in properties where !value.isEmpty || type.hasPrefix(Self.previous) {
      meta.properties.append(Meta.Property(type: type, value: value))
    }
    return meta
  }
}

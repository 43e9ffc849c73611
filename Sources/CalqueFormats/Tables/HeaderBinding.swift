import CalqueModel
import CalqueText

/// The roles of a header's columns, found from their names and their order.
struct HeaderBinding {
  private let header: [String]
  private var names: [ColumnName]
  private(set) var languages: [LanguageTag] = []
  private(set) var roles: [ColumnRole] = []
  private(set) var hasRepeatedLanguage = false

  /// Gives the columns of texts their languages.
  init(_ header: [String], pair: LanguagePair?) {
    self.header = header
    let levels = header.map { ConverterName($0) }
    names = zip(header, levels).map { ColumnName($1?.name ?? Self.entryField($0) ?? $0) }
    let isConverter = levels.contains { $0?.level == .language }
    if isConverter {
      for (column, level) in levels.enumerated() where level?.level != .language {
        names[column].language = nil
        names[column].side = nil
      }
    }
    settleDoubtful()
    let named = names.map { $0.field == nil ? $0.language : nil }
    var textColumns = 0
    for (column, name) in names.enumerated() {
      if levels[column]?.isLeftOut == true {
        roles.append(.ignored)
      } else if let language = named[column] ?? side(of: name, pair, beside: named) {
        textColumns += 1
        roles.append(.text(add(language)))
      } else {
        roles.append(name.field.map(Self.role) ?? .property)
      }
    }
    hasRepeatedLanguage = textColumns > languages.count
    for (column, level) in levels.enumerated() where level?.level == .term {
      bindToTerm(column)
    }
  }

  /// The content of a name as memoQ writes it: `Note` of `Entry_Note`.
  private static func entryField(_ name: String) -> String? {
    let name = name.trimmingBlanks
    return name.asciiLowercased.hasPrefix("entry_") ? String(name.dropFirst("entry_".count)) : nil
  }

  /// The role of a content that concerns the whole row.
  static func role(of field: TableWords.Field) -> ColumnRole {
    switch field {
    case .note: .note
    case .domain: .domain
    case .definition: .definition
    case .status: .status
    case .forbidden: .forbidden
    case .gender: .gender
    case .partOfSpeech: .partOfSpeech
    case .example: .example
    case .identifier: .identifier
    case .validity: .validity
    case .flags: .flags
    }
  }

  /// Settles `id`, `no`, `cat`: a language only in small letters beside exactly one other.
  private mutating func settleDoubtful() {
    let others = names.count { $0.field == nil && $0.language != nil }
    for (column, name) in names.enumerated() where name.isDoubtful {
      let written = header[column].trimmingBlanks
      if others == 1, written == written.asciiLowercased {
        names[column].field = nil
      } else {
        names[column].language = nil
      }
    }
  }

  /// The language of a column `source` or `target`; nil if the name means no side.
  ///
  /// The language is the one of `pair` on that side, or the other one if a column is named after
  /// the first.
  private func side(
    of name: ColumnName, _ pair: LanguagePair?, beside named: [LanguageTag?]
  ) -> LanguageTag? {
    guard let side = name.side else { return nil }
    guard let pair else { return LanguageTag(side == 0 ? "source" : "target") }
    let languages = side == 0 ? [pair.source, pair.target] : [pair.target, pair.source]
    return languages.first { !named.contains($0) }
  }

  private mutating func add(_ language: LanguageTag) -> Int {
    if let place = languages.firstIndex(of: language) { return place }
    languages.append(language)
    return languages.count - 1
  }

  // MARK: - Fields of one language

  /// Gives the fields of single terms and languages their roles.
  mutating func bind() {
    nameOwnLists()
    directNote()
    for column in roles.indices {
      if let language = names[column].language, names[column].field != nil {
        bind(column, to: language)
      } else if roles[column] == .property, header[column].asciiLowercased.hasPrefix("term_") {
        bindToTerm(column)
      }
    }
    keepFirst(.definition)
    keepFirst(.identifier)
    for role in [ColumnRole.note, .example, .status, .forbidden, .gender, .partOfSpeech] {
      let columns = roles.indices.filter { roles[$0] == role }
      for column in columns {
        let isBetween = roles[column...].contains { role in
          if case .text = role { true } else { false }
        }
        if columns.count > 1 || role == .example || isBetween && role != .forbidden {
          bindToTerm(column)
        }
      }
    }
  }

  /// Gives `fr_variants`, `en_avoid` and `example_fr` their roles.
  private mutating func nameOwnLists() {
    for (column, name) in header.enumerated() {
      let name = name.asciiLowercased
      for (place, language) in languages.enumerated() {
        switch name {
        case language.key + "_variants": roles[column] = .variants(place)
        case language.key + "_forms": roles[column] = .forms(place)
        case language.key + "_avoid": roles[column] = .avoided(place)
        case "note_" + language.key: roles[column] = .directedNote(place)
        case "example_" + language.key:
          if let text = firstText(of: place) { roles[column] = .term(.example, of: text) }
        default:
          guard let region = Self.region(of: language, in: name, of: header[column]) else {
            continue
          }
          roles[column] = .regionalVariants(place, region)
        }
        names[column].language = nil
      }
    }
  }

  /// The language of a column such as `en-US_variants`; nil for any other name.
  private static func region(
    of language: LanguageTag, in key: String, of name: String
  ) -> LanguageTag? {
    let ending = "_variants"
    guard key.hasPrefix(language.key + "-"), key.hasSuffix(ending) else { return nil }
    let tag = LanguageTag(String(name.dropLast(ending.utf8.count)))
    return tag.isWellFormed ? tag : nil
  }

  /// Gives `note` to the only language without a note of its own, if the other one has one.
  private mutating func directNote() {
    let own = roles.compactMap { role -> Int? in
      if case .directedNote(let place) = role { place } else { nil }
    }
    let others = languages.indices.filter { !own.contains($0) }
    guard !own.isEmpty, others.count == 1, let column = roles.firstIndex(of: .note) else { return }
    roles[column] = .directedNote(others[0])
  }

  /// Gives a field that names its language to that language's terms.
  private mutating func bind(_ column: Int, to language: LanguageTag) {
    let place =
      languages.firstIndex { $0 == language }
      ?? languages.firstIndex { $0.primary == language.primary }
    guard let place, let text = firstText(of: place) else { return roles[column] = .property }
    if let field = Self.termField(roles[column]) {
      roles[column] = .term(field, of: text)
    } else if place > 0 || roles[column] != .definition {
      // The model has one definition for all languages: that of the first.
      roles[column] = .property
    }
  }

  private static func termField(_ role: ColumnRole) -> ColumnRole.TermField? {
    switch role {
    case .note: .note
    case .example: .example
    case .status: .status
    case .forbidden: .forbidden
    case .gender: .gender
    case .partOfSpeech: .partOfSpeech
    case .property: .property
    default: nil
    }
  }

  /// Gives a field to the column of texts before it; a field before all texts stays as it is.
  private mutating func bindToTerm(_ column: Int) {
    guard let field = Self.termField(roles[column]) else { return }
    let text = roles[..<column].lastIndex { role in
      if case .text = role { true } else { false }
    }
    if let text { roles[column] = .term(field, of: text) }
  }

  private mutating func keepFirst(_ role: ColumnRole) {
    let columns = roles.indices.filter { roles[$0] == role }
    for column in columns.dropFirst() { roles[column] = .property }
  }

  private func firstText(of place: Int) -> Int? { roles.firstIndex(of: .text(place)) }
}

/// A column's name as the Glossary Converter for Trados writes it: `>>T<<Status`.
private struct ConverterName {
  enum Level: Character {
    case entry = "E"
    case language = "L"
    case field = "I"
    case term = "T"
  }

  let level: Level?
  let name: String
  /// Whether the column is not to be read.
  let isLeftOut: Bool

  init?(_ written: String) {
    let text = written.trimmingBlanks
    guard text.hasPrefix(">>") else { return nil }
    var mark = text.dropFirst(2)
    isLeftOut = mark.hasPrefix("X")
    if isLeftOut { mark = mark.dropFirst() }
    level = mark.first.flatMap(Level.init)
    if level != nil { mark = mark.dropFirst() }
    guard mark.hasPrefix("<<"), isLeftOut || level != nil else { return nil }
    name = String(mark.dropFirst(2))
  }
}

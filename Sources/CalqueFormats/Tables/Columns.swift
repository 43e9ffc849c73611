import CalqueModel

/// The columns of a table, with the role and language of each.
///
/// Readers and writers share this type, so a table is written in the way it was read.
struct Columns: Hashable, Sendable {
  /// The languages, in the order of their first column.
  private(set) var languages: [LanguageTag]
  /// The role of each column.
  private(set) var roles: [ColumnRole]
  /// The columns' names, without the `#` of a glossary; empty if the table has no header.
  private(set) var names: [String]
  /// Whether two columns hold texts in the same language and neither is named as variants.
  private(set) var hasRepeatedLanguage = false

  /// Whether the header names source and target but not their languages.
  var needsPair: Bool { languages.contains("source") || languages.contains("target") }

  /// The columns of a table without a header: source, target, and any others.
  init(unnamed pair: LanguagePair) {
    self.init(roles: [.text(0), .text(1)], names: [], pair: pair)
  }

  /// Columns with known roles.
  init(roles: [ColumnRole], names: [String], pair: LanguagePair) {
    languages = [pair.source, pair.target]
    self.roles = roles
    self.names = names
  }

  /// Reads a header; nil if fewer than two cells name a language, so the cells are no header.
  ///
  /// `source` and `target` get their languages from `pair`; without a pair they remain `source` and
  /// `target`.
  init?(header: [String], pair: LanguagePair?) {
    names = header
    languages = []
    roles = []
    let named = Self.namedLanguages(header)
    var textColumns = 0
    for (name, language) in zip(header, named) {
      if let language = language ?? Self.side(name, of: pair, beside: named) {
        textColumns += 1
        roles.append(.text(add(language)))
      } else {
        roles.append(ColumnNames.role(name) ?? .property)
      }
    }
    guard languages.count >= 2 else { return nil }
    hasRepeatedLanguage = textColumns > languages.count
    nameParts()
    if roles.count(where: { $0 == .note }) > 1 { bindNotes() } else { directNote() }
  }

  /// Whether the cells are a header that names only one language, which is one too few.
  static func namesOneLanguage(_ header: [String]) -> Bool {
    let named = namedLanguages(header)
    let texts = header.indices.count {
      named[$0] != nil || ColumnNames.side(header[$0]) != nil
    }
    return texts == 1 && header.contains { ColumnNames.role($0) != nil }
  }

  /// The language of each column that is named after a language.
  ///
  /// `id` means Indonesian only if exactly one other column is named after a language. Otherwise
  /// `id` is the row's identifier, as `ID` always is.
  private static func namedLanguages(_ header: [String]) -> [LanguageTag?] {
    let languages = header.map(ColumnNames.language)
    let others = languages.count { $0 != nil && $0 != "id" }
    return zip(header, languages).map { name, language in
      language == "id" && (others != 1 || name != "id") ? nil : language
    }
  }

  /// The language of a column `source` or `target`; nil if the name means no side.
  ///
  /// The language is the one of `pair` on that side, or the other one if a column is named after
  /// the first.
  private static func side(
    _ name: String, of pair: LanguagePair?, beside named: [LanguageTag?]
  ) -> LanguageTag? {
    guard let side = ColumnNames.side(name) else { return nil }
    guard let pair else { return LanguageTag(side == 0 ? "source" : "target") }
    let languages = side == 0 ? [pair.source, pair.target] : [pair.target, pair.source]
    return languages.first { !named.contains($0) }
  }

  /// Whether a column shows that the table holds terms.
  var holdsTerms: Bool {
    roles.contains { role in
      switch role {
      case .variants, .regionalVariants, .forms, .avoided, .definition, .partOfSpeech, .gender,
        .flags, .validity:
        true
      default: false
      }
    }
  }

  /// The role of a column, also for a column that the header does not name.
  func role(_ column: Int) -> ColumnRole {
    column < roles.count ? roles[column] : .property
  }

  /// The name of a column: its own, or `column-3`.
  func name(_ column: Int) -> String {
    if column < names.count, !names[column].isEmpty { return names[column] }
    return "column-\(column + 1)"
  }

  private mutating func add(_ language: LanguageTag) -> Int {
    if let place = languages.firstIndex(of: language) { return place }
    languages.append(language)
    return languages.count - 1
  }

  /// Gives `fr_variants`, `en_avoid`, `example_fr` and the like their roles, after the languages are
  /// known.
  private mutating func nameParts() {
    for (column, name) in names.enumerated() where roles[column] == .property {
      let name = name.asciiLowercased
      for (place, language) in languages.enumerated() {
        switch name {
        case language.key + "_variants": roles[column] = .variants(place)
        case language.key + "_forms": roles[column] = .forms(place)
        case language.key + "_avoid": roles[column] = .avoided(place)
        case "note_" + language.key: roles[column] = .directedNote(place)
        case "example_" + language.key: roles[column] = .example(place)
        default:
          if let region = Self.region(of: language, in: name, of: names[column]) {
            roles[column] = .regionalVariants(place, region)
          }
        }
      }
      if name.hasPrefix("example"), roles[column] == .property,
        let place = precedingLanguage(column)
      {
        roles[column] = .example(place)
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

  /// Assigns each note to the language before it, if every language has a note of its own.
  private mutating func bindNotes() {
    for column in roles.indices where roles[column] == .note {
      if let place = precedingLanguage(column) { roles[column] = .termNote(place) }
    }
  }

  private func precedingLanguage(_ column: Int) -> Int? {
    for role in roles[..<column].reversed() {
      if case .text(let place) = role { return place }
    }
    return nil
  }
}

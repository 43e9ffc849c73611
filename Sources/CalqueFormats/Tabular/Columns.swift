import CalqueModel

/// The columns of a table: what each holds, and in which languages.
///
/// Readers and writers share it, so that a table is written as it was read.
struct Columns: Hashable, Sendable {
  /// The languages, in the order of their first column.
  private(set) var languages: [LanguageTag]
  /// What each column holds.
  private(set) var roles: [ColumnRole]
  /// The columns' names, without the `#` of a glossary; empty where the table has no header.
  private(set) var names: [String]
  /// Whether two columns are in the same language, and neither is said to hold variants.
  private(set) var hasRepeatedLanguage = false

  /// The columns of a table without a header: source, target, and whatever comes after.
  init(unnamed pair: LanguagePair) {
    self.init(roles: [.text(0), .text(1)], names: [], pair: pair)
  }

  /// Columns whose roles are known.
  init(roles: [ColumnRole], names: [String], pair: LanguagePair) {
    languages = [pair.source, pair.target]
    self.roles = roles
    self.names = names
  }

  /// Reads a header; nil where the cells are no header: fewer than two of them are languages.
  ///
  /// `source` and `target` take their languages from `pair`, which may still be unknown.
  init?(header: [String], pair: LanguagePair?, needsPair: Bool = true) {
    names = header
    languages = []
    roles = []
    var textColumns = 0
    var noteCount = 0
    for name in header {
      if let language = ColumnNames.language(name) {
        textColumns += 1
        roles.append(.text(add(language)))
      } else if let side = ColumnNames.side(name) {
        textColumns += 1
        let language =
          pair.map { side == 0 ? $0.source : $0.target }
          ?? (needsPair ? nil : LanguageTag(side == 0 ? "source" : "target"))
        guard let language else { return nil }
        roles.append(.text(add(language)))
      } else {
        let role = ColumnNames.role(name) ?? .property
        if role == .note { noteCount += 1 }
        roles.append(role)
      }
    }
    guard languages.count >= 2 else { return nil }
    hasRepeatedLanguage = textColumns > languages.count
    nameParts()
    if noteCount > 1 { bindNotes() }
  }

  /// Whether a column says that the table holds terms.
  var holdsTerms: Bool {
    roles.contains { role in
      switch role {
      case .variants, .avoided, .definition, .partOfSpeech, .gender, .flags, .validity: true
      default: false
      }
    }
  }

  /// The role of a column, whether the header names it or not.
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

  /// Gives `fr_variants`, `en_avoid` and `example_fr` their roles, now that the languages are known.
  private mutating func nameParts() {
    for (column, name) in names.enumerated() where roles[column] == .property {
      let name = name.asciiLowercased
      for (place, language) in languages.enumerated() {
        switch name {
        case language.key + "_variants": roles[column] = .variants(place)
        case language.key + "_avoid": roles[column] = .avoided(place)
        case "example_" + language.key: roles[column] = .example(place)
        default: continue
        }
      }
      if name.hasPrefix("example"), roles[column] == .property,
        let place = precedingLanguage(column)
      {
        roles[column] = .example(place)
      }
    }
  }

  /// Where every language has notes of its own, each belongs to the language before it.
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

public import CalqueModel
import CalqueText

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

  /// The sign of an empty cell; nil if an empty cell has none.
  var void: String?

  /// Whether the header names source and target but not their languages.
  var needsPair: Bool { languages.contains("source") || languages.contains("target") }

  /// The columns of a table without a header: source, target, and any others.
  init(unnamed pair: LanguagePair) {
    self.init(roles: [.text(0), .text(1)], names: [], pair: pair)
  }

  /// Columns with known roles.
  init(roles: [ColumnRole], names: [String], pair: LanguagePair) {
    self.init(roles: roles, names: names, languages: [pair.source, pair.target])
  }

  /// Columns with known roles in any number of languages.
  init(roles: [ColumnRole], names: [String], languages: [LanguageTag]) {
    self.languages = languages
    self.roles = roles
    self.names = names
  }

  /// Reads a header; nil if fewer than two cells name a language, so the cells are no header.
  ///
  /// `source` and `target` get their languages from `pair`; without a pair they remain `source` and
  /// `target`.
  init?(header: [String], pair: LanguagePair?) {
    var binding = HeaderBinding(header, pair: pair)
    guard binding.languages.count >= 2 else { return nil }
    binding.bind()
    names = header
    languages = binding.languages
    roles = binding.roles
    hasRepeatedLanguage = binding.hasRepeatedLanguage
  }

  /// Whether the cells are a header that names only one language, which is one too few.
  static func namesOneLanguage(_ header: [String]) -> Bool {
    let names = header.map(ColumnName.init)
    let texts = names.count { $0.field == nil && ($0.language != nil || $0.side != nil) }
    return texts == 1 && names.contains { $0.field != nil }
  }

  /// Whether a column shows that the table holds terms.
  var holdsTerms: Bool {
    isOwnLayout
      || roles.contains { role in
        switch role {
        case .definition, .partOfSpeech, .gender, .flags, .validity: true
        case .forbidden: !names.isEmpty
        case .term(let field, _): field != .property && field != .note
        default: false
        }
      }
  }

  /// Whether synonyms have columns of their own, so that a cell of texts is one term.
  var isOwnLayout: Bool {
    roles.contains { role in
      switch role {
      case .variants, .regionalVariants, .forms, .avoided: true
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

  /// The columns of texts in a language.
  func textColumns(of place: Int) -> [Int] { roles.indices.filter { roles[$0] == .text(place) } }

  /// The same columns with roles that the user chose; other columns of languages become properties.
  func choosing(_ choices: [ColumnChoice]) -> Columns {
    var result = self
    result.languages = []
    let width = max(roles.count, (choices.map(\.column).max() ?? 0) + 1)
    result.roles = (0..<width).map { column in
      switch role(column) {
      case .text, .variants, .regionalVariants, .forms, .avoided, .directedNote, .term: .property
      case let role: role
      }
    }
    for choice in choices {
      if let language = choice.language {
        let place = result.languages.firstIndex(of: language) ?? result.languages.count
        if place == result.languages.count { result.languages.append(language) }
        result.roles[choice.column] = .text(place)
      } else if let role = choice.role {
        result.roles[choice.column] = role
      }
    }
    return result
  }
}

/// A column that the user gave a language or a role: `fr=2`, `note=5`.
public struct ColumnChoice: Hashable, Sendable {
  /// The number of the column, from 0.
  public let column: Int
  /// The language of the column's texts.
  public let language: LanguageTag?
  /// The content of a column without a language.
  let role: ColumnRole?

  /// Reads `fr=2` or `note=E`; nil if the text names neither a language nor a content, or no column.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let (name, place) = (String(Substring(parts[0])), String(Substring(parts[1])))
    guard let column = Self.column(place.trimmingBlanks) else { return nil }
    self.column = column
    let meaning = ColumnName(name)
    if let language = meaning.language {
      (self.language, role) = (language, nil)
    } else if let field = meaning.field {
      (language, role) = (nil, HeaderBinding.role(of: field))
    } else {
      return nil
    }
  }

  /// The column of a number from 1, or of a spreadsheet's letters.
  private static func column(_ text: String) -> Int? {
    if let number = Int(text) { return (1...1_000).contains(number) ? number - 1 : nil }
    var column = 0
    for byte in text.asciiLowercased.utf8 {
      guard (0x61...0x7A).contains(byte), column < 40 else { return nil }
      column = column * 26 + Int(byte) - 0x60
    }
    return column > 0 ? column - 1 : nil
  }
}

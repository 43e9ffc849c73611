import CalqueModel
import CalqueText

/// The content of a column.
enum ColumnRole: Hashable, Sendable {
  /// A text or preferred term in the language with the number.
  case text(Int)
  /// Admitted terms, joined by `|`.
  case variants(Int)
  /// Admitted terms of a region of the language with the number, joined by `|`.
  case regionalVariants(Int, LanguageTag)
  /// Forms that are recognised and never printed, joined by `|`.
  case forms(Int)
  /// Forbidden terms, joined by `|`.
  case avoided(Int)
  /// A sentence that shows the term in the language with the number.
  case example(Int)
  /// A note on the term in the language with the number alone.
  case termNote(Int)
  case note
  /// A note for translators from the language with the number.
  case directedNote(Int)
  case domain
  case definition
  case partOfSpeech
  case gender
  case flags
  case validity
  case identifier
  /// Whether the terms of all languages but the first are forbidden; also kept as a property.
  case forbidden
  /// Other content, kept under the column's name.
  case property
}

/// The meaning of column names, in the spellings that tools and people use.
enum ColumnNames {
  /// The role that a name alone determines; nil for languages and unknown names.
  static func role(_ name: String) -> ColumnRole? { roles[name.asciiLowercased] }

  /// The language that a name means: a tag, or the language's name in English, in French or in the
  /// language itself.
  static func language(_ name: String) -> LanguageTag? {
    let tag = LanguageTag(name)
    // Only a region or a script may follow: `fr_variants` has the shape of a tag, too.
    let rest = tag.key.utf8.split(separator: UInt8(ascii: "-")).dropFirst()
    if tag.isWellFormed, rest.allSatisfy({ (2...4).contains($0.count) }),
      LanguageCodes.contains(tag.primary)
    {
      return tag
    }
    return LanguageNames.language(named: name)
  }

  /// The side, 0 for source and 1 for target, that a name without a language means.
  static func side(_ name: String) -> Int? { sides[name.asciiLowercased] }

  private static let sides = [
    "source": 0, "src": 0, "source text": 0, "source term": 0, "source segment": 0, "term": 0,
    "target": 1, "tgt": 1, "target text": 1, "target term": 1, "target segment": 1,
    "translation": 1,
  ]

  private static let roles: [String: ColumnRole] = [
    "note": .note, "notes": .note, "comment": .note, "comments": .note, "commentaire": .note,
    "remarque": .note, "domain": .domain, "domaine": .domain, "subject": .domain,
    "subject field": .domain, "definition": .definition, "définition": .definition,
    "pos": .partOfSpeech, "part of speech": .partOfSpeech, "gender": .gender, "genre": .gender,
    "flags": .flags, "forbidden": .forbidden, "valid": .validity, "id": .identifier,
    "tuid": .identifier,
    "entry_id": .identifier,
  ]
}

public import CalqueModel

/// A glossary term in a text, with its translations.
public struct TermAnswer: Hashable, Sendable {
  /// A term of the other language.
  public struct Translation: Hashable, Sendable {
    /// The term.
    public let text: String
    /// Whether to use the translation.
    public let status: TermStatus
    /// The origin of the translation: `glossary:NAME`.
    public let origin: String
    /// A note on this translation alone.
    public let note: String?
    /// The warnings about the translation.
    public let flags: TermFlags
    /// The time for which the translation is in force.
    public let validity: Validity
    /// Whether the term is in force at the date in question.
    public let isInForce: Bool
  }

  /// The term as the text writes it.
  public let surface: String
  /// The start, in UTF-8 bytes of the text; see `range`.
  public let start: Int
  /// The end, exclusive, in UTF-8 bytes of the text.
  public let end: Int
  /// The line of the start, from 1.
  public let line: Int
  /// The column of the start, in Unicode scalars, from 1.
  public let column: Int
  /// The term as its glossary writes it.
  public let term: String
  /// The concept's id.
  public let concept: ConceptID
  /// The glossary's name.
  public let glossary: String
  /// The concept's subject field.
  public let domain: String?
  /// The note for the translator.
  public let note: String?
  /// The warnings about the term.
  public internal(set) var flags: TermFlags
  /// The time for which the term is in force.
  public let validity: Validity
  /// Whether the term is in force at the date in question.
  public let isInForce: Bool
  /// The likeness of text and term: 100 if the term was recognised.
  public let score: Int
  /// The bytes of the longer term that contains this one or overlaps with it; nil for none.
  public internal(set) var within: Range<Int>?
  /// The translations, best first; forbidden ones last.
  public internal(set) var translations: [Translation]
  /// Whether the term is a lone word with other meanings, and the text has no other term of its
  /// subject field.
  public internal(set) var isDoubtful = false
}

extension TermAnswer {
  /// The place of the term, in UTF-8 bytes of the text.
  public var range: Range<Int> { start..<end }

  /// The same answer without the warning of a metonym.
  var asPlace: TermAnswer {
    var answer = self
    answer.flags.remove(.metonym)
    return answer
  }

  /// The same answer without a doubt of its meaning.
  var withoutDoubt: TermAnswer {
    var answer = self
    answer.isDoubtful = false
    return answer
  }

  /// Whether the term is a built-in name that both languages write alike: *France*.
  package var isNameAsIs: Bool {
    concept.rawValue < 0 && translations.first?.text.hasSameBytes(as: term) ?? false
  }

  /// The same answer inside a longer term, unless it is inside one already.
  func covered(by cover: Range<Int>) -> TermAnswer {
    var answer = self
    answer.within = within ?? cover
    return answer
  }
}

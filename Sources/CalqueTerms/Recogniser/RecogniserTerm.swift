public import CalqueModel

/// A term with the data that the recogniser needs.
public struct RecogniserTerm: Hashable, Sendable {
  /// The number by which an occurrence names the term.
  public var number: Int
  /// The term as its glossary writes it.
  public var text: String
  /// The term's concept; nil if it is not known.
  public var concept: ConceptID?
  /// The part of speech, as written: a noun takes a plural, an adjective also a feminine.
  public var partOfSpeech: String?
  /// The gender, as written: `mf` takes a feminine.
  public var gender: String?
  /// The flags; the recogniser heeds `caseSensitive`.
  public var flags: TermFlags

  /// Creates a term; a value that is left out is unknown.
  public init(
    number: Int, text: String, concept: ConceptID? = nil, partOfSpeech: String? = nil,
    gender: String? = nil, flags: TermFlags = []
  ) {
    self.number = number
    self.text = text
    self.concept = concept
    self.partOfSpeech = partOfSpeech
    self.gender = gender
    self.flags = flags
  }

  /// Creates a term from a term of a concept.
  public init(number: Int, _ term: Term) {
    self.init(
      number: number, text: term.text, partOfSpeech: term.partOfSpeech, gender: term.gender,
      flags: term.flags)
  }
}

public import CalqueModel

/// A term as the recogniser takes it.
public struct RecogniserTerm: Hashable, Sendable {
  /// The number that names the term in what is found.
  public var number: Int
  /// The term as its glossary writes it.
  public var text: String
  /// The concept that it names; nil where none is known.
  public var concept: ConceptID?
  /// Its part of speech, as written: a noun takes a plural, an adjective a feminine as well.
  public var partOfSpeech: String?
  /// Its gender, as written: `mf` takes a feminine.
  public var gender: String?
  /// Its flags: `caseSensitive` counts here.
  public var flags: TermFlags

  /// Makes a term; what is not named is not known.
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

  /// Takes from a term of a concept what the recogniser asks for.
  public init(number: Int, _ term: Term) {
    self.init(
      number: number, text: term.text, partOfSpeech: term.partOfSpeech, gender: term.gender,
      flags: term.flags)
  }
}

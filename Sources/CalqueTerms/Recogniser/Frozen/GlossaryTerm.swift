package import CalqueModel

/// A term of a glossary with the numbers that a store gives it.
package struct GlossaryTerm: Hashable, Sendable {
  /// The id of the term's row.
  package let id: Int64
  /// The concept of the term.
  package let concept: ConceptID
  /// The glossary of the concept.
  package let resource: Int64
  /// The warnings about the term.
  package let flags: TermFlags
  /// The text of the term.
  package let text: String
  /// The part of speech, as written; a frozen recogniser has used it and does not keep it.
  package let partOfSpeech: String?
  /// The gender, as written; a frozen recogniser has used it and does not keep it.
  package let gender: String?

  package init(
    id: Int64, concept: ConceptID, resource: Int64, flags: TermFlags, text: String,
    partOfSpeech: String? = nil, gender: String? = nil
  ) {
    self.id = id
    self.concept = concept
    self.resource = resource
    self.flags = flags
    self.text = text
    self.partOfSpeech = partOfSpeech
    self.gender = gender
  }

  /// The term as a recogniser takes it.
  package func recogniserTerm(number: Int) -> RecogniserTerm {
    RecogniserTerm(
      number: number, text: text, concept: concept, partOfSpeech: partOfSpeech, gender: gender,
      flags: flags)
  }
}

import CalqueModel
import CalqueTerms

/// The rank of a concept among those with the same place in a text.
///
/// `TermPrecedence` settles between terms whose places overlap, and what one glossary forbids to
/// the others.
///
/// Concepts that are usable at the date come first, and among them those of the first glossary. So a
/// person's own term comes before one from Calque, whatever their statuses and flags. The glossaries
/// that came with Calque answer as one. A term that stands in the text word for word comes before
/// one that the text interrupts. Then the story decides, then the glossary's rows: the row of
/// a plain word before the row of a metonym, the row where the text's word is preferred before one
/// where the word is a variant. Of equal rows, the one with fewer names for the text's word is the
/// more exact: "prime minister" is *Premier ministre*, while *chef du gouvernement* is also "head of
/// government".
struct TermRank: Comparable {
  /// Whether the term or its best translation is not in force, or the best translation is
  /// forbidden.
  let isUnusable: Bool
  /// The place of the glossary.
  let glossary: Int
  let isOutOfForce: Bool
  /// Whether the text has other words between those of the term.
  let isInterrupted: Bool
  /// Whether a lone word has other meanings and the story has nothing else of its domain.
  var isDoubtful = false
  /// Whether the story is about another concept's domain.
  var isOffTopic = false
  let isMetonym: Bool
  let status: Int
  let translation: RenderingRank
  /// The number of terms that the concept has in the language of the text.
  let names: Int
  let concept: ConceptID

  static func < (a: Self, b: Self) -> Bool {
    if a.isUnusable != b.isUnusable { return b.isUnusable }
    if a.glossary != b.glossary { return a.glossary < b.glossary }
    if a.isOutOfForce != b.isOutOfForce { return b.isOutOfForce }
    if a.isInterrupted != b.isInterrupted { return b.isInterrupted }
    if a.isDoubtful != b.isDoubtful { return b.isDoubtful }
    if a.isOffTopic != b.isOffTopic { return b.isOffTopic }
    if a.isMetonym != b.isMetonym { return b.isMetonym }
    if a.status != b.status { return a.status < b.status }
    if a.translation != b.translation { return a.translation < b.translation }
    return (a.names, a.concept) < (b.names, b.concept)
  }
}

/// A term of a text with its rank.
struct RankedTerm {
  var answer: TermAnswer
  var rank: TermRank
  /// The subject fields of the concept.
  let domains: [String]

  var range: Range<Int> { answer.range }
}

/// A term, name, title or acronym of a text that a glossary might want.
package struct CandidateTerm: Sendable {
  /// What a candidate is.
  package enum Kind: String, Sendable {
    /// The name of a person, a place, an organisation.
    case name
    /// The title of an office.
    case title
    case acronym
    /// A noun phrase.
    case term
  }

  /// The first place, in UTF-8 bytes of the text.
  package var range: Range<Int> { spans[0] }
  /// All places, in order.
  package internal(set) var spans: [Range<Int>]
  /// The candidate as it is written at its first place.
  package let surface: String
  package internal(set) var kind: Kind
  /// The long form that the text gives for an acronym.
  package internal(set) var expansion: String?
  /// How likely the candidate is worth an entry; comparable within one text.
  package internal(set) var score: Double
}

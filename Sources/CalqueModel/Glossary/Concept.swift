/// One meaning and its terms, in any number of languages.
public struct Concept: Hashable, Sendable {
  /// The concept's identifier in its file.
  public var externalID: String?
  /// The subject fields.
  public var domains: [String]
  /// The definition of the meaning.
  public var definition: String?
  /// A note for translators.
  public var note: String?
  /// Further data from the concept's file.
  public var meta: Meta
  /// The terms, in the order of the file.
  public var terms: [Term]

  /// Makes a concept.
  public init(
    externalID: String? = nil, domains: [String] = [], definition: String? = nil,
    note: String? = nil, meta: Meta = Meta(), terms: [Term]
  ) {
    self.externalID = externalID
    self.domains = domains
    self.definition = definition
    self.note = note
    self.meta = meta
    self.terms = terms
  }
}

extension Concept {
  /// Whether all parts of two concepts are equal; texts are compared byte for byte.
  public static func == (a: Concept, b: Concept) -> Bool {
    a.externalID.hasSameBytes(as: b.externalID) && a.domains.hasSameBytes(as: b.domains)
      && a.definition.hasSameBytes(as: b.definition) && a.note.hasSameBytes(as: b.note)
      && a.terms == b.terms && a.meta == b.meta
  }
}

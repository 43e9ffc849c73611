/// A thing and the terms for it, in any number of languages.
public struct Concept: Hashable, Sendable {
  /// The concept's name in its file, if it has one.
  public var externalID: String?
  /// Its subject fields.
  public var domains: [String]
  /// What it is.
  public var definition: String?
  /// A note for whoever uses it.
  public var note: String?
  /// What its file says of it beyond that.
  public var meta: Meta
  /// Its terms, in the file's order.
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
  /// Whether two concepts say the same, texts compared byte for byte.
  public static func == (a: Concept, b: Concept) -> Bool {
    a.externalID.hasSameBytes(as: b.externalID) && a.domains.hasSameBytes(as: b.domains)
      && a.definition.hasSameBytes(as: b.definition) && a.note.hasSameBytes(as: b.note)
      && a.terms == b.terms && a.meta == b.meta
  }
}

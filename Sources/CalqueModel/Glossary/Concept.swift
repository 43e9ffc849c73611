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

/// A named memory or glossary.
public struct Resource: Hashable, Sendable {
  /// The kind of a resource's entries.
  public enum Kind: String, Sendable {
    /// A resource of units.
    case memory
    /// A resource of concepts.
    case glossary
  }

  /// The name, unique among the resources of a kind.
  public var name: String
  /// The kind of the entries.
  public var kind: Kind
  /// The languages of the entries, as first written, in order.
  public var languages: [LanguageTag]
  /// The rank among the resources; lower ranks answer first.
  public var priority: Int
  /// The points taken off each match, 0 or more.
  public var penalty: Int
  /// Whether changes are refused.
  public var isReadOnly: Bool
  /// The subject field.
  public var domain: String?
  /// Whether it came with Calque, by `init --with-glossaries`; what a person made answers first.
  public var isShipped: Bool

  /// Makes a resource; parts without an argument have their neutral value.
  public init(
    name: String, kind: Kind, languages: [LanguageTag] = [], priority: Int = 0, penalty: Int = 0,
    isReadOnly: Bool = false, domain: String? = nil, isShipped: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.languages = languages
    self.priority = priority
    self.penalty = penalty
    self.isReadOnly = isReadOnly
    self.domain = domain
    self.isShipped = isShipped
  }
}

extension Resource {
  /// Whether all parts of two resources are equal; texts are compared byte for byte.
  public static func == (a: Resource, b: Resource) -> Bool {
    a.kind == b.kind && a.priority == b.priority && a.penalty == b.penalty
      && a.isReadOnly == b.isReadOnly && a.isShipped == b.isShipped && a.languages == b.languages
      && a.name.hasSameBytes(as: b.name) && a.domain.hasSameBytes(as: b.domain)
  }
}

/// A named memory or glossary.
public struct Resource: Hashable, Sendable {
  /// What a resource holds.
  public enum Kind: String, Sendable {
    /// Units.
    case memory
    /// Concepts.
    case glossary
  }

  /// Its name, unique among the resources of its kind.
  public var name: String
  /// What it holds.
  public var kind: Kind
  /// The languages it holds, as first written, in order.
  public var languages: [LanguageTag]
  /// Where it stands among the others; lower answers first.
  public var priority: Int
  /// Points taken off each of its matches, 0 or more.
  public var penalty: Int
  /// Whether it refuses changes.
  public var isReadOnly: Bool
  /// Its subject field.
  public var domain: String?

  /// Makes a resource; what is not named is plain.
  public init(
    name: String, kind: Kind, languages: [LanguageTag] = [], priority: Int = 0, penalty: Int = 0,
    isReadOnly: Bool = false, domain: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.languages = languages
    self.priority = priority
    self.penalty = penalty
    self.isReadOnly = isReadOnly
    self.domain = domain
  }
}

extension Resource {
  /// Whether two resources are described alike, texts compared byte for byte.
  public static func == (a: Resource, b: Resource) -> Bool {
    a.kind == b.kind && a.priority == b.priority && a.penalty == b.penalty
      && a.isReadOnly == b.isReadOnly && a.languages == b.languages
      && a.name.hasSameBytes(as: b.name) && a.domain.hasSameBytes(as: b.domain)
  }
}

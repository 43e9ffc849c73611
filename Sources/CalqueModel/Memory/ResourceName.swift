/// The name of a memory or a glossary, as a choice for a person or a program.
public struct ResourceName: Hashable, Sendable, CustomStringConvertible {
  /// The name alone, as every option takes it.
  public let name: String
  /// Whether it names a memory or a glossary; nil where all choices are of one kind.
  public let kind: Resource.Kind?

  /// A name.
  public init(_ name: String, kind: Resource.Kind? = nil) {
    self.name = name
    self.kind = kind
  }

  /// The name, and the kind in brackets: `news (memory)`.
  public var description: String { kind.map { "\(name) (\($0.rawValue))" } ?? name }
}

/// A concept's number in a store; edits keep the number.
public struct ConceptID: Hashable, Sendable {
  /// The number.
  public let rawValue: Int64

  /// Wraps a number.
  public init(_ rawValue: Int64) { self.rawValue = rawValue }

  /// Reads an id from an answer; nil if the text is no id.
  public init?(_ text: String) {
    guard let number = Int64(text), number > 0 else { return nil }
    rawValue = number
  }
}

extension ConceptID: Comparable {
  /// Whether a concept was made before another one.
  public static func < (a: ConceptID, b: ConceptID) -> Bool { a.rawValue < b.rawValue }
}

extension ConceptID: CustomStringConvertible, ExpressibleByIntegerLiteral {
  /// The number in decimal digits, as in answers.
  public var description: String { String(rawValue) }

  /// Makes an id from a literal.
  public init(integerLiteral value: Int64) { rawValue = value }
}

/// A memory or glossary by its name, with a penalty of its matches: `NAME` or `NAME:-5`.
public struct ResourceChoice: Hashable, Sendable {
  /// The resource's name.
  public var name: String
  /// The points taken off each match, in addition to the resource's own penalty.
  public var penalty: Int

  /// Names a resource.
  public init(name: String, penalty: Int = 0) {
    self.name = name
    self.penalty = penalty
  }

  /// Reads `NAME` or `NAME:-PENALTY`; nil without a name or with a penalty above 100.
  ///
  /// A colon belongs to the name unless `-` and digits follow up to the end.
  public init?(_ text: String) {
    name = text
    penalty = 0
    if let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) {
      let rest = text.utf8[text.utf8.index(after: colon)...]
      let digits = rest.dropFirst()
      if rest.first == UInt8(ascii: "-"), !digits.isEmpty,
        digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
      {
        guard let number = Int(String(Substring(digits))), number <= 100 else { return nil }
        name = String(text[..<colon])
        penalty = number
      }
    }
    if name.isEmpty { return nil }
  }
}

extension Sequence where Element == ResourceChoice {
  /// The penalty of each resource, by its name; the last choice of a name counts.
  public var penalties: [String: Int] {
    Dictionary(map { ($0.name, $0.penalty) }) { _, last in last }
  }
}

extension ResourceChoice: CustomStringConvertible {
  /// The choice as it is written on the command line.
  public var description: String { penalty == 0 ? name : "\(name):-\(penalty)" }
}

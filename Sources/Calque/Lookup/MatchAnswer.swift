public import CalqueMatch
public import CalqueModel

/// A match as it is answered: a source segment and one of its translations.
public struct MatchAnswer: Hashable, Sendable {
  /// How a match was found.
  public enum Kind: String, Sendable {
    /// The texts are equal.
    case exact
    /// The texts are alike.
    case fuzzy
  }

  /// A penalty that was taken off the score.
  public struct Penalty: Hashable, Sendable {
    /// What it is for: `memory`, `status` or `region`.
    public let name: String
    /// How many points it costs.
    public let points: Int
  }

  /// The reported score, from 0 to 100, penalties taken off.
  public let score: Int
  /// How it was found.
  public let kind: Kind
  /// The segment, byte for byte as it is stored.
  public let source: String
  /// Its translation, byte for byte as it is stored.
  public let target: String
  /// The unit that comes first of those that hold this pair of texts.
  public let unit: UnitID
  /// The memory that holds that unit.
  public let memory: String
  /// All memories that hold this pair of texts.
  public internal(set) var memories: [String]
  /// How far the translation is trusted.
  public let status: UnitStatus
  /// What was taken off the score.
  public let penalties: [Penalty]
  /// What differs and may change the meaning.
  public let flags: [MatchFlag]
  /// When the unit was last changed, as its file or its editor says.
  public let changed: Instant?
  /// What differs between the text that was asked for and `source`; the whole of both, in order.
  public let differences: [Difference]
  /// How it came by its score and its place, where that was asked for.
  public internal(set) var explanation: Explanation?
}

extension MatchAnswer {
  package func write(to json: inout JSONText) {
    json.object { json in writeMembers(to: &json) }
  }

  /// The members alone, for an object that says more.
  package func writeMembers(to json: inout JSONText) {
    json.member("score", score)
    json.member("kind", kind.rawValue)
    json.member("source", source)
    json.member("target", target)
    json.member("unit", unit.description)
    json.member("memory", memory)
    json.member("memories", memories)
    json.member("status", status.name)
    json.name("penalties")
    json.array { json in
      for penalty in penalties {
        json.object { json in
          json.member("name", penalty.name)
          json.member("points", penalty.points)
        }
      }
    }
    json.member("flags", flags.map(\.rawValue))
    json.member("changed", changed?.extended)
    json.name("differences")
    json.array { json in for difference in differences { difference.write(to: &json) } }
    if let explanation {
      json.name("explain")
      explanation.write(to: &json)
    }
  }
}

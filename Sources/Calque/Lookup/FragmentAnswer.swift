public import CalqueModel

/// A part of a text that stands in the memory.
public struct FragmentAnswer: Hashable, Sendable {
  /// A unit that holds the fragment.
  public struct Example: Hashable, Sendable {
    /// The unit.
    public let unit: UnitID
    /// The unit's text in the source language.
    public let source: String
    /// Its translation.
    public let target: String
  }

  /// The fragment, byte for byte as the text has it.
  public let text: String
  /// The fragment's place in the text, in UTF-8 bytes.
  public let range: Range<Int>
  /// The number of its tokens.
  public let words: Int
  /// The latest changed units that hold it.
  public let units: [UnitID]
  /// The number of all units that hold it.
  public let count: Int
  /// The first of the units, with their texts.
  public let examples: [Example]
}

extension FragmentAnswer {
  func write(to json: inout JSONText) {
    json.object { json in
      json.member("text", text)
      json.member("start", range.lowerBound)
      json.member("end", range.upperBound)
      json.member("words", words)
      json.member("units", units.map(\.description))
      json.member("count", count)
      json.name("examples")
      json.array { json in
        for example in examples {
          json.object { json in
            json.member("unit", example.unit.description)
            json.member("source", example.source)
            json.member("target", example.target)
          }
        }
      }
    }
  }
}

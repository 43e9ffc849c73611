public import CalqueModel

/// What a memory says on the other side for a phrase, with the evidence.
public struct MemoryRendering: Hashable, Sendable {
  /// The rendering, in its commonest form.
  public let text: String
  /// The number of units in which the rendering stands opposite the phrase.
  public let count: Int
  /// The share of these units among those in which something stands opposite the phrase, from 0 to 1.
  public let probability: Double
  /// Some of the units, the first as evidence.
  public let units: [UnitID]
}

extension MemoryRendering {
  /// Writes the rendering as an object.
  func write(to json: inout JSONText) {
    json.object { json in
      json.member("text", text)
      json.member("count", count)
      json.member("probability", probability, digits: 3)
      json.member("units", units.map(\.description))
    }
  }
}

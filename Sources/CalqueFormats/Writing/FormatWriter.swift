package import CalqueModel

/// What writes units and concepts in one format, as a stream; the twin of `FormatReader`.
package protocol FormatWriter {
  /// Writes a unit, or passes it over, and counts what of it is lost.
  mutating func write(_ unit: Unit, to output: inout Output) throws(FormatError)
  /// Writes a concept, or passes it over, and counts what of it is lost.
  mutating func write(_ concept: Concept, to output: inout Output) throws(FormatError)
  /// Writes what ends the file; a format that is written as a whole writes all of it here.
  mutating func finish(_ output: inout Output) throws(FormatError)
}

/// Bytes on their way to a file, and what did not get into them.
package struct Output {
  /// The bytes that wait to be handed on.
  package var bytes: [UInt8] = []
  /// How often something was lost, by its name.
  package private(set) var losses: [String: Int] = [:]
  /// How many units or concepts were not written at all.
  package private(set) var passedOver = 0

  /// Makes an output of nothing yet.
  package init() {}

  /// Appends text.
  package mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Counts something that the format has no place for.
  package mutating func lose(_ name: String, _ count: Int = 1) {
    if count > 0 { losses[name, default: 0] += count }
  }

  /// Counts a unit or concept that is not written, and why.
  package mutating func passOver(_ reason: String) {
    lose(reason)
    passedOver += 1
  }
}

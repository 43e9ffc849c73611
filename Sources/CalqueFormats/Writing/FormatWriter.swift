import CalqueInput
package import CalqueModel

/// A writer of units and concepts in one format, as a stream; the counterpart of `FormatReader`.
package protocol FormatWriter {
  /// Writes a unit or passes it over, and counts its losses.
  mutating func write(_ unit: TranslationUnit, to output: inout Output) throws(FormatError)
  /// Writes a concept or passes it over, and counts its losses.
  mutating func write(_ concept: Concept, to output: inout Output) throws(FormatError)
  /// Writes the end of the file; a format that is written as a whole is written here.
  mutating func finish(_ output: inout Output) throws(FormatError)
}

extension FormatWriter {
  /// Writes a concept as a unit, in a format that has no place for concepts.
  package mutating func write(
    _ concept: Concept, to output: inout Output
  ) throws(FormatError) {
    let unit = TranslationUnit(concept)
    guard unit.variants.count >= 2 else {
      return output.passOver("concept without both languages")
    }
    output.loseAllButPairs(of: concept)
    try write(unit, to: &output)
  }
}

extension Output {
  /// Counts what a concept loses that is written as a unit.
  mutating func loseAllButPairs(of concept: Concept) {
    lose("forbidden term", concept.terms.count { $0.status == .forbidden })
    for term in concept.terms where term.status != .forbidden { lose(term) { _ in false } }
    lose("domain", concept.domains.count)
    lose("definition", concept.definition == nil ? 0 : 1)
  }
}

/// Bytes that wait to be written to a file, and the losses so far.
package struct Output {
  /// The bytes that wait to be written.
  package var bytes: [UInt8] = []
  /// The number of times that data was lost, by the data's name.
  package private(set) var losses: [String: Int] = [:]
  /// The number of units and concepts that were not written.
  package private(set) var passedOver = 0

  /// Creates an empty output.
  package init() {}

  /// Appends text.
  package mutating func append(_ text: String) {
    bytes.append(text.utf8Span.span)
  }

  /// Appends text that the format always has.
  package mutating func append(fixed text: StaticString) { bytes.append(text) }

  /// Counts data that the format cannot hold.
  package mutating func lose(_ name: String, _ count: Int = 1) {
    if count > 0 { losses[name, default: 0] += count }
  }

  /// Counts a unit or concept that is not written, by the reason.
  package mutating func passOver(_ reason: String) {
    lose(reason)
    passedOver += 1
  }
}

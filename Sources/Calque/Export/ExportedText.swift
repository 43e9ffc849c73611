/// A memory or glossary as a text in one of the formats.
public struct ExportedText: Sendable {
  /// The text.
  public let text: String
  /// The number of rows in the text, and the losses.
  public let report: ExportReport
}

/// The bytes that a writer has given so far.
final class BytesTaken {
  var all: [UInt8] = []
}

/// A memory or glossary as a text in one of the formats.
public struct ExportedText: Sendable {
  /// The text.
  public let text: String
  /// What is in it, and what it could not hold.
  public let report: ExportReport
}

/// Bytes that a writer gave so far.
final class BytesTaken {
  var all: [UInt8] = []
}

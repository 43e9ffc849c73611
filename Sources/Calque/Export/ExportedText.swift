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

  /// The bytes as text, also those of a format that is written in UTF-16.
  var text: String {
    guard all.starts(with: [0xFF, 0xFE]) else { return String(decoding: all, as: UTF8.self) }
    let units = stride(from: 2, to: all.count - 1, by: 2).map {
      UInt16(all[$0]) | UInt16(all[$0 + 1]) << 8
    }
    return String(decoding: units, as: UTF16.self)
  }
}

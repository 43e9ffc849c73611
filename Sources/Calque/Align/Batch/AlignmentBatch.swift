import CalqueSystem

/// Documents that are aligned together: they teach each other their words, and are stored in one
/// transaction.
public struct AlignmentBatch: Sendable {
  /// The documents, in order.
  public let documents: [DocumentPair]

  /// The size of the files of a batch, in bytes.
  ///
  /// Memory grows with the size: some 25 bytes for each byte of text.
  public static let size = 6_000_000

  /// Neighbouring documents in batches, by the sizes of their files alone.
  ///
  /// The same documents always make the same batches, whatever of them is done already. So an
  /// alignment that is resumed learns the same words, and makes the same beads.
  ///
  /// - Parameters:
  ///   - documents: the documents.
  ///   - most: the maximum size of a batch in bytes, unless one document is larger.
  /// - Returns: the batches, in order.
  public static func batches(
    _ documents: [DocumentPair], size most: Int = AlignmentBatch.size
  ) -> [AlignmentBatch] {
    var batches: [[DocumentPair]] = []
    var size = Int.max
    for document in documents {
      let bytes = [document.source, document.target].reduce(0) { sum, file in
        sum + (file.flatMap(FileStatus.init)?.size ?? 0)
      }
      if size > most - bytes {
        batches.append([])
        size = 0
      }
      size += bytes
      batches[batches.count - 1].append(document)
    }
    return batches.map(AlignmentBatch.init(documents:))
  }

  /// The mark of the batch: it changes with the documents' names, with the content of a file, and
  /// with a setting.
  ///
  /// - Parameter settings: everything else on which the stored units depend.
  /// - Returns: 64 hexadecimal digits.
  func mark(_ settings: [String]) -> String {
    var parts = settings
    for document in documents {
      parts.append(document.name)
      if document.confidence < 1 {
        parts.append(AlignedLink.text(ofConfidence: document.confidence))
      }
      parts += [document.source, document.target].map { $0.flatMap(SHA256.ofFile) ?? "none" }
    }
    return SHA256.of(Array(parts.joined(separator: "\n").utf8))
  }
}

import CalqueFormats
public import CalqueModel
import CalqueSystem

/// Writes aligned documents as a stream.
///
/// The two formats for people and programs that inspect alignments, `beads` and `tsv`, also hold
/// sentences without a counterpart. The two formats of memories do not.
public struct AlignmentWriter {
  private let format: AlignmentFormat
  private let minConfidence: Double
  private let sink: ([UInt8]) throws -> Void
  private var units: FileWriter?

  /// Creates a writer, and writes nothing yet.
  ///
  /// - Parameters:
  ///   - format: the format.
  ///   - pair: the two languages.
  ///   - minConfidence: the minimum confidence of a bead that is written.
  ///   - sink: takes the bytes, chunk by chunk.
  public init(
    _ format: AlignmentFormat, pair: LanguagePair, minConfidence: Double = 0,
    to sink: @escaping ([UInt8]) throws -> Void
  ) {
    self.format = format
    self.minConfidence = minConfidence
    self.sink = sink
    let options = WriterOptions(pair: pair, toolVersion: CalqueVersion.current)
    units = format.units.map { FileWriter(format: $0, options: options, to: sink) }
  }

  /// Writes a document.
  ///
  /// - Throws: `WorkspaceError`, or an error of the sink.
  public mutating func write(_ document: AlignedDocument) throws {
    if units != nil {
      try WorkspaceError.carryingOurs {
        for unit in document.units(minConfidence: minConfidence) { try units?.write(unit) }
      }
      return
    }
    var bytes: [UInt8] = []
    for link in document.links where link.confidence >= minConfidence {
      let line =
        format == .beads
        ? link.ladder + "\t" + link.confidenceText
        : [
          Self.cell(document.sourceText(of: link)), Self.cell(document.targetText(of: link)),
          link.confidenceText, link.kind,
        ].joined(separator: "\t")
      bytes.append(contentsOf: line.utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    if !bytes.isEmpty { try sink(bytes) }
  }

  /// Writes the end of the file.
  ///
  /// - Throws: `WorkspaceError`, or an error of the sink.
  public mutating func finish() throws {
    try WorkspaceError.carryingOurs { try units?.finish() }
  }

  /// A text without characters that would end a cell or a line.
  private static func cell(_ text: String) -> String {
    let text = StorableText.cleaned(text).text
    guard text.utf8.contains(where: { (0x09...0x0D).contains($0) }) else { return text }
    return String(decoding: text.utf8.map { (0x09...0x0D).contains($0) ? 0x20 : $0 }, as: UTF8.self)
  }
}

extension AlignedDocument {
  /// Writes the document to a separate file, which is written whole or not at all.
  ///
  /// - Throws: `WorkspaceError` of the kind `request` if the file cannot be written.
  public func write(
    to path: String, as format: AlignmentFormat, minConfidence: Double = 0
  ) throws(WorkspaceError) {
    try StoreGuard.checkReplacing(path)
    try WorkspaceError.carrying {
      let file = try AtomicFile(path)
      var writer = AlignmentWriter(format, pair: pair, minConfidence: minConfidence) {
        try file.write($0)
      }
      try writer.write(self)
      try writer.finish()
      try file.commit()
    }
  }
}

/// A folder with one file a document: `OUT/{name}.tmx`.
public struct AlignmentFolder: Sendable {
  private let path: String
  /// The format of the files.
  let format: AlignmentFormat

  /// Makes the folder if it is missing.
  ///
  /// - Throws: `WorkspaceError` of the kind `request` if the folder cannot be made.
  public init(_ path: String, format: AlignmentFormat) throws(WorkspaceError) {
    self.path = path
    self.format = format
    try WorkspaceError.carrying { try Files.makeFolder(path) }
  }

  /// The file of a document.
  public func file(of document: DocumentPair) -> String {
    Paths.join(path, document.name + "." + format.name)
  }

  /// Whether a document was written after the last change of its two files.
  public func isDone(_ document: DocumentPair) -> Bool {
    guard let done = FileStatus(file(of: document))?.changed else { return false }
    return [document.source, document.target].allSatisfy { side in
      guard let time = side.flatMap(FileStatus.init)?.changed else { return false }
      return time <= done
    }
  }
}

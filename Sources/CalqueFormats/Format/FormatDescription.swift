public import CalqueModel
package import CalqueInput

/// A format: its names, its content, and how files are recognised, read and written.
///
/// A format is one folder in `CalqueFormats` with its description, and one line in
/// `FormatRegistry.all`. Every list of formats (detection, `--format`, file names, help,
/// `calque formats`) is made from the registry.
public struct FormatDescription: Sendable {
  /// The format.
  public let format: FileFormat
  /// The format's name for people: `TMX`.
  public let title: String
  /// The suffixes of the format's files in lower case, without a dot; a new file has the first.
  public let suffixes: [String]
  /// The content of a file of the format: memories, glossaries, or either.
  public let kinds: [Resource.Kind]
  /// The data that the format cannot hold, in words for people.
  public let losses: [String]

  /// Returns how sure the format is that a file is its own; nil if the file is of another format.
  let recognises: @Sendable (FileHead) -> Confidence?
  /// Makes a reader; nil for a format that is not read.
  let makeReader: ReaderMaker?
  /// Makes a writer; nil for a format that is not written.
  let makeWriter: WriterMaker?
  /// Makes the error for a file of a format that is not read.
  let refusal: @Sendable (FileHead) -> InputError

  /// Makes a reader of an opened file, or throws if the file is not of the format after all.
  package typealias ReaderMaker =
    @Sendable (FormatInput) throws(InputError) -> any FormatReader
  /// Makes a writer for a new file; the header of a file of the same format is repeated.
  package typealias WriterMaker = @Sendable (FileHeader?, WriterOptions) -> any FormatWriter

  /// Whether the format is two files, which `FileReader(moses:_:)` and `MosesLines` handle.
  public let isPairOfFiles: Bool

  /// Whether Calque reads the format.
  public var reads: Bool { makeReader != nil || isPairOfFiles }
  /// Whether Calque writes the format.
  public var writes: Bool { makeWriter != nil || isPairOfFiles }

  /// The suffixes of files of the format that are read and not written.
  public private(set) var readOnlySuffixes: [String] = []

  /// The same format with further suffixes, of files that are read and not written.
  func reading(suffixes more: [String]) -> FormatDescription {
    var description = self
    description.readOnlySuffixes = more
    return description
  }

  /// Describes a format that is read, written, or both.
  package init(
    _ format: FileFormat, title: String, suffixes: [String], kinds: [Resource.Kind],
    losses: [String] = [], recognises: @escaping @Sendable (FileHead) -> Confidence?,
    makeReader: ReaderMaker? = nil, makeWriter: WriterMaker? = nil
  ) {
    self.format = format
    self.title = title
    self.suffixes = suffixes
    self.kinds = kinds
    self.losses = losses
    self.recognises = recognises
    self.makeReader = makeReader
    self.makeWriter = makeWriter
    isPairOfFiles = false
    refusal = { _ in InputError(message: "\(title): this format is written, not read") }
  }

  /// Describes a format that is recognised by its content and refused.
  ///
  /// - Parameters:
  ///   - format: the format's name, which no option takes.
  ///   - title: the format's name for people.
  ///   - suffixes: the suffixes of the format's files.
  ///   - recognises: how sure the format is that a file is its own.
  ///   - refusal: makes the error for a file.
  package init(
    refused format: FileFormat, title: String, suffixes: [String],
    recognises: @escaping @Sendable (FileHead) -> Confidence?,
    refusal: @escaping @Sendable (FileHead) -> InputError
  ) {
    self.format = format
    self.title = title
    self.suffixes = suffixes
    self.recognises = recognises
    self.refusal = refusal
    kinds = []
    losses = []
    makeReader = nil
    makeWriter = nil
    isPairOfFiles = false
  }

  /// Describes a format of two files that name each other nowhere, so that no content is recognised.
  package init(
    pair format: FileFormat, title: String, kinds: [Resource.Kind], losses: [String]
  ) {
    self.format = format
    self.title = title
    self.kinds = kinds
    self.losses = losses
    suffixes = []
    recognises = { _ in nil }
    refusal = { _ in InputError(message: "\(title): two files, which are named together") }
    makeReader = nil
    makeWriter = nil
    isPairOfFiles = true
  }
}

/// The degree to which a format is sure that a file is its own.
package enum Confidence: Int, Comparable, Sendable {
  /// Nothing contradicts the format, and little supports it.
  case possible
  /// The content fits, and the file's name or a usual beginning agrees.
  case likely
  /// The content names the format.
  case certain

  /// Orders from the least sure to the surest.
  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

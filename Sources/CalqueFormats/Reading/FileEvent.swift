public import CalqueModel

/// What a reader reports of a file, one after the other, in the file's order.
///
/// A unit or concept that was read, skipped or refused makes one event; headers and warnings come
/// on top. So `read` of an import is the number of units, concepts, skips and refusals.
public enum FileEvent: Sendable {
  /// What stands before the first unit or concept; always the first event but for warnings.
  case header(FileHeader)
  /// A unit, and where it begins.
  case unit(Unit, SourcePlace)
  /// A concept, and where it begins.
  case concept(Concept, SourcePlace)
  /// Something well-formed that holds no pair of texts, and why.
  case skipped(reason: String, SourcePlace)
  /// Something broken that `keepGoing` passed over, and what is wrong with it.
  case refused(message: String, SourcePlace)
  /// Something that was read all the same.
  case warning(FormatWarning)

  /// Whether the event counts as read: a unit or concept, whatever becomes of it.
  package var isRow: Bool {
    switch self {
    case .unit, .concept, .skipped, .refused: true
    case .header, .warning: false
    }
  }
}

/// What was odd in a file and read all the same.
public struct FormatWarning: Hashable, Sendable {
  /// The line, from 1; 0 where the whole file is meant.
  public let line: Int
  /// The column in Unicode scalars, from 1; 0 where the whole line is meant.
  public let column: Int
  /// What was odd, and what was made of it.
  public let message: String

  /// Makes a warning.
  public init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }
}

/// What a file says before its first unit or concept, kept so that a writer can repeat it.
public struct FileHeader: Hashable, Sendable {
  /// The format whose header it is.
  public var format: FileFormat
  /// The format's version as written: `1.4`.
  public var version: String?
  /// The languages it names, in order.
  public var languages: [LanguageTag]
  /// The header itself: the first lines of a table, or the `<tmx>` start tag and the `<header>`.
  public var text: String

  /// Makes a header.
  public init(
    format: FileFormat, version: String? = nil, languages: [LanguageTag] = [], text: String = ""
  ) {
    self.format = format
    self.version = version
    self.languages = languages
    self.text = text
  }
}

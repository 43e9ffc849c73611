public import CalqueModel

/// A part of a file that a reader reports; the events come in the file's order.
///
/// A unit or concept that is read, skipped or refused makes one event. Headers and warnings are
/// further events. So `read` of an import is the number of units, concepts, skips and refusals.
public enum FileEvent: Sendable {
  /// The content before the first unit or concept; the first event, apart from warnings.
  case header(FileHeader)
  /// A unit, and the place where it begins.
  ///
  /// An event is handed on several times, and its content should not be copied each time.
  indirect case unit(TranslationUnit, SourcePlace)
  /// A concept, and the place where it begins.
  indirect case concept(Concept, SourcePlace)
  /// A well-formed part without a pair of texts, and the reason for skipping it.
  case skipped(reason: String, SourcePlace)
  /// A broken part that `keepGoing` passed over, and its fault.
  case refused(message: String, SourcePlace)
  /// A fault that did not prevent the reading.
  case warning(FormatWarning)

  /// The reason for which a row of a sheet of candidates is skipped.
  package static let stillCandidate = "still a candidate"

  /// Whether the event counts as read: a unit or concept, also if it is skipped or refused.
  package var isRow: Bool {
    switch self {
    case .unit, .concept, .skipped, .refused: true
    case .header, .warning: false
    }
  }
}

/// A fault in a file that did not prevent the reading.
public struct FormatWarning: Hashable, Sendable {
  /// The line, from 1; 0 if the whole file is meant.
  public let line: Int
  /// The column in Unicode scalars, from 1; 0 if the whole line is meant.
  public let column: Int
  /// The fault, and how the reader treated it.
  public let message: String

  /// Creates a warning.
  public init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }
}

/// The content of a file before its first unit or concept, kept so that a writer can repeat it.
public struct FileHeader: Hashable, Sendable {
  /// The format of the header.
  public var format: FileFormat
  /// The format's version as written: `1.4`.
  public var version: String?
  /// The languages that the header names, in order.
  public var languages: [LanguageTag]
  /// Whether the file names no languages, and is read in those of the options.
  package var assumesLanguages = false
  /// The header itself: the first lines of a table, or the `<tmx>` start tag and the `<header>`.
  public var text: String

  /// Creates a header.
  public init(
    format: FileFormat, version: String? = nil, languages: [LanguageTag] = [], text: String = ""
  ) {
    self.format = format
    self.version = version
    self.languages = languages
    self.text = text
  }
}

extension FileEvent {
  /// A unit as the concept that it is converted to, in a subject field; any other event as it is.
  func asConcept(in domain: String?) -> FileEvent {
    guard case .unit(let unit, let place) = self else { return self }
    var concept = Concept(unit)
    concept.domains = domain.map { [$0] } ?? []
    return .concept(concept, place)
  }
}

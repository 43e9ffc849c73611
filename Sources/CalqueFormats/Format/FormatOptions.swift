package import CalqueInput
public import CalqueModel

/// The options of a reading; a value that is absent is taken from the file.
public struct FormatOptions: Sendable {
  /// The languages that the user states, source first; they win over a guess, or are an error.
  public var pair: LanguagePair?
  /// The languages of a file that names none, source first.
  public var fallbackPair: LanguagePair?
  /// The columns of a table whose content the user states.
  public var columns: [ColumnChoice]
  /// The row of a table's header, from 1; 0 for none, nil if the content decides.
  public var headerRow: Int?
  /// Whether cells with synonyms and marks of gender are taken apart.
  public var splitsCells: Bool
  /// The kind of content to read the file as; nil if the content decides.
  public var kind: Resource.Kind?
  /// The format; nil if the content decides.
  public var format: FileFormat?
  /// The character encoding, such as `windows-1252`; nil if the file decides.
  public var encoding: String?
  /// The subject field of every concept without one.
  public var domain: String?
  /// Whether to read the sound parts of a broken file and refuse only the rest.
  public var keepGoing: Bool
  /// Whether units with fewer than two texts are delivered, as a conversion needs them, or skipped.
  public var keepsIncomplete: Bool
  /// Whether a trans-unit of plain XLIFF 1 that is cut into segments makes a unit a segment.
  package var cutsSegments = false
  /// The format to which the file is converted; nil if it is stored.
  package var destination: FileFormat?
  /// The memory or glossary to read of a dump of a whole store; nil for all that a file holds.
  package var section: DumpSection?
  /// The limits on a file's size and depth.
  package var limits = InputLimits()

  /// Creates options; a value that is left out is taken from the file.
  public init(
    pair: LanguagePair? = nil, kind: Resource.Kind? = nil, format: FileFormat? = nil,
    encoding: String? = nil, domain: String? = nil, keepGoing: Bool = false,
    keepsIncomplete: Bool = false, fallbackPair: LanguagePair? = nil,
    columns: [ColumnChoice] = [], headerRow: Int? = nil, splitsCells: Bool = true
  ) {
    self.pair = pair
    self.fallbackPair = fallbackPair
    self.columns = columns
    self.headerRow = headerRow
    self.splitsCells = splitsCells
    self.kind = kind
    self.format = format
    self.encoding = encoding
    self.domain = domain
    self.keepGoing = keepGoing
    self.keepsIncomplete = keepsIncomplete
  }

  /// Whether units keep parts of a file as written, because the format may be written again.
  func keepsWritten(_ format: FileFormat) -> Bool { destination == nil || destination == format }
}

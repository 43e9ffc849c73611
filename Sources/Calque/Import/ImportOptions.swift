public import CalqueFormats
public import CalqueModel

/// The options of an import; a value that is absent is taken from the file.
public struct ImportOptions: Sendable {
  /// The kind of content to read the file as; nil if the file decides.
  ///
  /// Name the kind if you know it. Of a table, the kind is a guess from the length of its cells: a
  /// memory of a few headlines looks like a glossary.
  public var kind: Resource.Kind?
  /// The memory or glossary that receives the file.
  public var into: String?
  /// The languages of the file, source first; they win over a guess, or are an error.
  public var pair: LanguagePair?
  /// The character encoding; nil if the file decides.
  public var encoding: String?
  /// The columns of a table whose content the caller knows.
  public var columns: [ColumnChoice] = []
  /// The row of a table's header, from 1; 0 for none, nil if the content decides.
  public var headerRow: Int?
  /// Whether cells with synonyms and marks of gender are taken apart.
  public var splitsCells = true
  /// The file's format.
  public var format: FileFormat?
  /// The subject field of a new resource, and of its concepts without one.
  public var domain: String?
  /// Whether to count only, and to store nothing.
  public var isDryRun: Bool
  /// Whether to read the sound parts of a broken file.
  public var keepsGoing: Bool
  /// Whether the memory or glossary becomes what the file says: what the file no longer has is
  /// removed, and stays as a tombstone.
  public var replaces = false
  /// The file with the translations, of two files whose lines translate each other.
  public var moses: String?
  /// The section of a dump of a whole store; nil for a file that is read whole.
  var section: DumpSection?
  /// Whether a new resource is one of those that come with Calque.
  var isShipped = false

  /// Creates options; a value that is left out is taken from the file.
  public init(
    kind: Resource.Kind? = nil, into: String? = nil, pair: LanguagePair? = nil,
    format: FileFormat? = nil, domain: String? = nil, isDryRun: Bool = false,
    keepsGoing: Bool = false
  ) {
    self.kind = kind
    self.into = into
    self.pair = pair
    self.format = format
    self.domain = domain
    self.isDryRun = isDryRun
    self.keepsGoing = keepsGoing
  }
}

/// The result of the import of a file.
public struct ImportReport: Sendable {
  /// The file as the user named it.
  public let file: String
  /// The properties found in the file's beginning.
  public let detected: Detected
  /// The memory or glossary that received the file.
  public let into: String
  /// The counts of all rows, by outcome.
  public let counts: ImportCounts
  /// The warnings and refusals that were recorded.
  public let warnings: [FormatWarning]
  /// The units and concepts that are kept although something about them is doubtful, by reason, and
  /// those that are not stored because a side is empty.
  public let doubtful: [String: Int]
  /// Whether what the file no longer has was to be removed.
  public let isReplacing: Bool
  /// Whether nothing was stored, because the caller asked for counts only.
  public let isDryRun: Bool
  /// The first concepts of a glossary, at most three, to show how the file was understood.
  public let firstConcepts: [Concept]
}

/// The progress of an import.
public enum ImportStep: Sendable {
  /// The file's properties and its destination, before anything is stored.
  case begins(Detected, into: String)
  /// The number of rows that were read, and of bytes of the file; `of` is the file's size, if known.
  case rows(Int, bytes: Int, of: Int?)
  /// All rows were read and are being stored: a process that ends now leaves all of them or none.
  case storing
  /// All rows are stored; what follows is derived from them.
  case stored
}

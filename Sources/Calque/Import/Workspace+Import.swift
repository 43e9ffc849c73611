public import CalqueFormats
public import CalqueModel
import CalqueStore
import CalqueSystem

/// The options of an import; a value that is absent is taken from the file.
public struct ImportOptions: Sendable {
  /// The kind of content to read the file as.
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
  /// Whether nothing was stored, because the caller asked for counts only.
  public let isDryRun: Bool
  /// The first concepts of a glossary, at most three, to show how the file was understood.
  public let firstConcepts: [Concept]
}

/// The progress of an import.
public enum ImportStep: Sendable {
  /// The file's properties and its destination, before anything is stored.
  case begins(Detected, into: String)
  /// The number of rows that were read.
  case rows(Int)
}

extension Workspace {
  /// Imports a file into a memory or glossary in one transaction: the whole file, or nothing.
  ///
  /// Rows that the resource already has are not stored again. A cancelled task stores nothing.
  ///
  /// - Parameters:
  ///   - file: the file; `-` is standard input.
  ///   - options: the options.
  ///   - progress: receives the file's properties, and the number of rows every thousand rows.
  /// - Returns: the outcome of every row.
  /// - Throws: `WorkspaceError` of the kind `file` if the file is broken, `store` if the store
  ///   fails.
  public func importFile(
    _ file: String, options: ImportOptions = ImportOptions(),
    progress: (ImportStep) -> Void = { _ in }
  ) throws(WorkspaceError) -> ImportReport {
    try WorkspaceError.carrying {
      var run = try ImportRun(file: file, options: options, in: self)
      return try run.carryOut(in: self, progress)
    }
  }

  /// Imports a text in the same way as a file.
  ///
  ///     try workspace.importText("sommet\tsummit\n", named: "mine.fr-en.tsv")
  ///
  /// - Parameters:
  ///   - text: the content of the file.
  ///   - name: the name of the file. Format, languages and resource are found in the name and the
  ///     text, as for a file.
  ///   - options: the options.
  /// - Returns: the outcome of every row.
  /// - Throws: `WorkspaceError`; its places are in the text, with `name` as the file.
  public func importText(
    _ text: String, named name: String, options: ImportOptions = ImportOptions()
  ) throws(WorkspaceError) -> ImportReport {
    try WorkspaceError.carrying {
      var run = try ImportRun(
        file: name, bytes: Array(text.utf8), options: options, in: self)
      return try run.carryOut(in: self) { _ in }
    }
  }

  /// Imports files in one transaction: all files whole, or nothing.
  func importFiles(
    _ files: [String], options: ImportOptions
  ) throws(WorkspaceError) -> [ImportReport] {
    try WorkspaceError.carrying {
      var runs = try files.map { try ImportRun(file: $0, options: options, in: self) }
      let counts = try store.importing(runs.map(\.source), at: .now) { session, number in
        try runs[number].read(into: session)
      }
      return zip(runs, counts).map { run, counts in run.report(counts, in: self) }
    }
  }
}

/// The import of one file.
private struct ImportRun {
  private static let mostRefusals = 100
  /// The number of rows that are stored between two reports of progress.
  private static let batchSize = 256

  let file: String
  let options: ImportOptions
  private let reader: FileReader
  private let into: String
  /// The origin and the destination of the rows.
  let source: ImportSource
  private var read = 0
  private var refusals = 0
  private var warnings: [FormatWarning] = []
  private var firstConcepts: [Concept] = []

  /// Opens a file and finds its properties and its destination.
  ///
  /// - Parameters:
  ///   - file: the file's name.
  ///   - bytes: the file's content; nil to read the file.
  ///   - options: the options.
  ///   - workspace: the destination of the rows.
  /// - Throws: `FormatError` if the file cannot be opened or is of no known format.
  init(
    file: String, bytes: [UInt8]? = nil, options: ImportOptions, in workspace: Workspace
  ) throws {
    self.file = file
    self.options = options
    let reading = FormatOptions(
      pair: options.pair, kind: options.kind, format: options.format, encoding: options.encoding,
      domain: options.domain, keepGoing: options.keepsGoing,
      fallbackPair: try workspace.configuration.pair ?? workspace.onlyPair(),
      columns: options.columns, headerRow: options.headerRow, splitsCells: options.splitsCells)
    if let bytes {
      reader = try FileReader(bytes: bytes, named: file, options: reading)
    } else {
      try StoreGuard.checkReading(file)
      reader = try FileReader(path: file, options: reading)
    }
    let detected = reader.detected
    into = options.into ?? detected.resourceName
    source = ImportSource(
      kind: detected.kind, name: into, domain: options.domain, file: file,
      format: detected.format.rawValue,
      sha256: options.isDryRun || bytes != nil ? nil : SHA256.ofFile(file),
      isShipped: options.isShipped)
  }

  /// Imports the file in a separate transaction.
  mutating func carryOut(
    in workspace: Workspace, _ progress: (ImportStep) -> Void
  ) throws -> ImportReport {
    progress(.begins(reader.detected, into: into))
    let running = try workspace.store.beginImport(source, at: .now)
    var batch = [FileEvent]()
    func store(_ batch: inout [FileEvent]) throws {
      do {
        try running.offer { session in for event in batch { try take(event, session) } }
      } catch let error as FormatError { throw WorkspaceError.file(error, readable: read) }
      batch.removeAll(keepingCapacity: true)
      // Between two batches no code of the database runs, so the caller's code may use the store.
      progress(.rows(read))
      if Task.isCancelled { throw CancellationError() }
    }
    do {
      try reader.read { event in
        batch.append(event)
        if batch.count == Self.batchSize { try store(&batch) }
      }
      try store(&batch)
    } catch let error as FormatError {
      throw WorkspaceError.file(error, readable: read + batch.count { $0.isRow })
    }
    return report(try running.finish(dryRun: options.isDryRun), in: workspace)
  }

  /// Adds all rows of the file to a session.
  mutating func read(into session: ImportSession) throws {
    do {
      try reader.read { event in try take(event, session) }
    } catch let error as FormatError {
      throw WorkspaceError.file(error, readable: read)
    }
  }

  /// Brings the index up to date, and reports the outcome of the rows.
  func report(_ counts: ImportCounts, in workspace: Workspace) -> ImportReport {
    var warnings = warnings
    if refusals > Self.mostRefusals {
      warnings.append(
        FormatWarning(
          line: 0, column: 0, message: "\(refusals - Self.mostRefusals) more were refused"))
    }
    if !options.isDryRun {
      workspace.storeChanged(
        kind: reader.detected.kind, languages: reader.detected.languages)
    }
    return ImportReport(
      file: file, detected: reader.detected, into: into, counts: counts, warnings: warnings,
      isDryRun: options.isDryRun, firstConcepts: firstConcepts)
  }

  private mutating func take(_ event: FileEvent, _ session: ImportSession) throws {
    switch event {
    case .header(let header):
      try session.keep(header: header.text, version: header.version)
      return
    case .warning(let warning):
      warnings.append(warning)
      return
    case .unit(let unit, let place):
      try store(at: place, session) { () throws(StoreError) in try session.add(unit) }
    case .concept(let concept, let place):
      if firstConcepts.count < 3 { firstConcepts.append(concept) }
      try store(at: place, session) { () throws(StoreError) in try session.add(concept) }
    case .skipped(let reason, _): session.skip(reason)
    case .refused(let message, let place): refuse(message, at: place, session)
    }
    read += 1
  }

  private mutating func store(
    at place: SourcePlace, _ session: ImportSession, _ add: () throws(StoreError) -> Void
  ) throws {
    do { try add() } catch .unstorable(let reason) {
      guard options.keepsGoing else {
        throw FormatError(
          place: place, message: reason, remedy: .keepGoing(file: file))
      }
      refuse(reason, at: place, session)
    }
  }

  private mutating func refuse(
    _ message: String, at place: SourcePlace, _ session: ImportSession
  ) {
    session.refuse()
    refusals += 1
    guard refusals <= Self.mostRefusals else { return }
    warnings.append(
      FormatWarning(line: place.line, column: place.column, message: "refused: \(message)"))
  }
}

public import CalqueFormats
public import CalqueModel
import CalqueStore
import CalqueSystem

/// How a file is to be imported; what is absent is found out from the file.
public struct ImportOptions: Sendable {
  /// What to take the file for.
  public var kind: Resource.Kind?
  /// The memory or glossary that it goes into.
  public var into: String?
  /// The languages of a file that names none.
  public var pair: LanguagePair?
  /// The file's format.
  public var format: FileFormat?
  /// The subject field of a new resource, and of its concepts that name none.
  public var domain: String?
  /// Whether to count only, and store nothing.
  public var isDryRun: Bool
  /// Whether to keep what can be read of a broken file.
  public var keepsGoing: Bool
  /// Whether a new resource is one that comes with Calque.
  var isShipped = false

  /// Makes options; what is not named is left to the file.
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

/// What became of a file.
public struct ImportReport: Sendable {
  /// The file as it was named.
  public let file: String
  /// What it was found to be.
  public let detected: Detected
  /// The memory or glossary that it went into.
  public let into: String
  /// What became of everything that was read.
  public let counts: ImportCounts
  /// What was odd or refused, as far as it was noted.
  public let warnings: [FormatWarning]
  /// Whether nothing was stored because nothing should be.
  public let isDryRun: Bool
}

/// What an import tells while it runs.
public enum ImportStep: Sendable {
  /// What the file was found to be, and where it goes, before anything is stored.
  case begins(Detected, into: String)
  /// So many rows have been read.
  case rows(Int)
}

extension Workspace {
  /// Imports a file into a memory or glossary, in one transaction: all of it, or nothing.
  ///
  /// What is known already is not stored again. A cancelled task stores nothing.
  ///
  /// - Parameters:
  ///   - file: the file; `-` is standard input.
  ///   - options: what is known of it beforehand.
  ///   - progress: hears what the file is, and every thousand rows how far it is.
  /// - Returns: what became of every row.
  /// - Throws: `WorkspaceError.file` where the file is broken, `.store` where the store fails.
  public func importFile(
    _ file: String, options: ImportOptions = ImportOptions(),
    progress: (ImportStep) -> Void = { _ in }
  ) throws(WorkspaceError) -> ImportReport {
    try WorkspaceError.carrying {
      var run = try ImportRun(file: file, options: options, in: self)
      return try run.carryOut(in: self, progress)
    }
  }

  /// Imports a text as if it stood in a file.
  ///
  ///     try workspace.importText("sommet\tsummit\n", named: "mine.fr-en.tsv")
  ///
  /// - Parameters:
  ///   - text: what the file would hold.
  ///   - name: the name that the file would have; format, languages and resource are found out from
  ///     name and text, as for a file.
  ///   - options: what is known of the text beforehand.
  /// - Returns: what became of every row.
  /// - Throws: `WorkspaceError`, places in the text with the name as file.
  public func importText(
    _ text: String, named name: String, options: ImportOptions = ImportOptions()
  ) throws(WorkspaceError) -> ImportReport {
    try WorkspaceError.carrying {
      var run = try ImportRun(
        file: name, bytes: Array(text.utf8), options: options, in: self)
      return try run.carryOut(in: self) { _ in }
    }
  }

  /// Imports files in one transaction: all of all of them, or nothing.
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

/// One file on its way into the store.
private struct ImportRun {
  private static let mostRefusals = 100
  /// How many rows are stored between two looks at the caller's progress.
  private static let batchSize = 256

  let file: String
  let options: ImportOptions
  private let reader: FileReader
  private let into: String
  /// Where the rows come from and where they go.
  let source: ImportSource
  private var read = 0
  private var refusals = 0
  private var warnings: [FormatWarning] = []

  /// Opens a file and finds out what it is and where it goes.
  ///
  /// - Parameters:
  ///   - file: the file's name.
  ///   - bytes: what the file holds; nil reads the file.
  ///   - options: what is known of the file beforehand.
  ///   - workspace: where the rows go.
  /// - Throws: `FormatError` where the file cannot be opened or is of no known format.
  init(
    file: String, bytes: [UInt8]? = nil, options: ImportOptions, in workspace: Workspace
  ) throws {
    self.file = file
    self.options = options
    let reading = FormatOptions(
      pair: try options.pair ?? workspace.configuration.pair ?? workspace.onlyPair(),
      kind: options.kind, format: options.format, domain: options.domain,
      keepGoing: options.keepsGoing)
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

  /// Imports the file in a transaction of its own.
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
      // Between two batches no code of the database runs: the caller's code may ask the store.
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

  /// Offers the file's rows to a session, all in one go.
  mutating func read(into session: ImportSession) throws {
    do {
      try reader.read { event in try take(event, session) }
    } catch let error as FormatError {
      throw WorkspaceError.file(error, readable: read)
    }
  }

  /// Lets what is derived from the store follow, and tells what became of the rows.
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
      isDryRun: options.isDryRun)
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

import CalqueFormats
import CalqueModel
import CalqueStore
import CalqueSystem

/// The import of one file.
struct ImportRun {
  private static let mostRefusals = 100
  /// The number of rows that are stored between two reports of progress.
  private static let batchSize = 256

  let file: String
  let options: ImportOptions
  private let reader: FileReader
  private let into: String
  /// The origin and the destination of the rows.
  private(set) var source: ImportSource
  private var read = 0
  private var refusals = 0
  private var warnings: [FormatWarning] = []
  private var firstConcepts: [Concept] = []
  private var doubter = Doubter()
  private let direction: DirectionOfTexts
  private var doubts = DoubtList()

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
    let fallback = try workspace.configuration.pair ?? workspace.onlyPair()
    direction = DirectionOfTexts(options.pair == nil ? fallback : nil)
    var reading = FormatOptions(
      pair: options.pair, kind: options.kind, format: options.format, encoding: options.encoding,
      domain: options.domain, keepGoing: options.keepsGoing,
      fallbackPair: fallback,
      columns: options.columns, headerRow: options.headerRow, splitsCells: options.splitsCells)
    reading.section = options.section
    if let moses = options.moses {
      reader = try FileReader(moses: file, moses, options: reading)
    } else if let bytes {
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
      sha256: options.isDryRun || bytes != nil || options.section != nil
        ? nil : SHA256.ofFile(file),
      isShipped: options.isShipped, replaces: options.replaces,
      hasLocalIDs: detected.format.hasLocalIDs)
    source.description = options.section?.resource
  }

  /// Tells the file's properties and the destination of its rows.
  func begin(_ progress: (ImportStep) -> Void) {
    progress(.begins(reader.detected, into: into))
  }

  /// Imports the file in a separate transaction.
  mutating func carryOut(
    in workspace: Workspace, _ progress: (ImportStep) -> Void
  ) throws -> ImportReport {
    begin(progress)
    let running = try workspace.store.beginImport(
      source, dryRun: options.isDryRun, at: .now)
    var batch = [FileEvent]()
    func store(_ batch: inout [FileEvent]) throws {
      do {
        try running.offer { session in for event in batch { try take(event, session) } }
      } catch let error as FormatError { throw WorkspaceError.file(error, readable: read) }
      batch.removeAll(keepingCapacity: true)
      // Between two batches no code of the database runs, so the caller's code may use the store.
      progress(.rows(read, bytes: reader.bytesRead, of: reader.size))
      if Task.isCancelled { throw CancellationError() }
    }
    do {
      var direction = direction
      try direction.read(reader, of: file) { event in
        batch.append(event)
        if batch.count == Self.batchSize { try store(&batch) }
      }
      try store(&batch)
    } catch let error as FormatError {
      throw WorkspaceError.file(error, readable: read + batch.count { $0.isRow })
    }
    if !options.isDryRun { progress(.storing) }
    let counts = try running.finish()
    if !options.isDryRun { progress(.stored) }
    return report(counts, in: workspace)
  }

  /// Adds all rows of the file to a session.
  mutating func read(into session: ImportSession) throws {
    do {
      var direction = direction
      try direction.read(reader, of: file) { event in try take(event, session) }
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
    warnings += doubts.warnings.map {
      FormatWarning(line: $0.line, column: $0.column, message: $0.message)
    }
    warnings += doubts.rest.map { FormatWarning(line: 0, column: 0, message: $0) }
    if options.replaces, counts.refused > 0 {
      warnings.append(
        FormatWarning(
          line: 0, column: 0,
          message: "nothing was removed from '\(into)', because part of the file was refused"))
    }
    if !options.isDryRun {
      workspace.storeChanged(
        kind: reader.detected.kind, languages: reader.detected.languages)
    }
    return ImportReport(
      file: file, detected: reader.detected, into: into, counts: counts, warnings: warnings,
      doubtful: doubts.counts, isReplacing: options.replaces, isDryRun: options.isDryRun,
      firstConcepts: firstConcepts)
  }

  private mutating func take(_ event: FileEvent, _ session: ImportSession) throws {
    switch event {
    case .header(let header):
      try session.keep(
        header: header.text, version: header.version, format: header.format.rawValue)
      return
    case .warning(let warning):
      warnings.append(warning)
      return
    case .unit(let unit, let place):
      let found = doubter.doubts(about: unit)
      if found.isEmpty {
        try store(at: place, session) { () throws(StoreError) in try session.add(unit) }
      } else {
        for doubt in found { doubts.note(doubt, at: place, unit.variants.map(\.text)) }
        let marked = unit.marked(found)
        try store(at: place, session) { () throws(StoreError) in try session.add(marked) }
      }
    case .concept(let concept, let place):
      if firstConcepts.count < 3 { firstConcepts.append(concept) }
      for doubt in options.isShipped ? [] : doubter.doubts(about: concept) {
        doubts.note(doubt, at: place, concept.mainTerms)
      }
      try store(at: place, session) { () throws(StoreError) in try session.add(concept) }
    case .skipped(let reason, let place):
      session.skip(reason)
      if reason != FileEvent.stillCandidate { doubts.note(skipped: reason, at: place) }
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

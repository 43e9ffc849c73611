public import CalqueFormats
public import CalqueModel
import CalqueStore
import CalqueSystem

/// The options of an export; a value that is absent is taken from the store and the file's name.
public struct ExportOptions: Sendable {
  /// The memory or glossary.
  public var from: String?
  /// The kind of `from`, needed if a memory and a glossary have the name.
  public var kind: Resource.Kind?
  /// The file's format.
  public var format: FileFormat?
  /// The two languages of a table, source first.
  public var pair: LanguagePair?
  /// The version or style of the format: TMX `1.1`, TBX `basic`, `dct`, `min` or `2`; nil for that
  /// of the file from which the resource came, or else the newest.
  public var version: String?

  /// Creates options; a value that is left out is taken from the store and the file's name.
  public init(
    from: String? = nil, kind: Resource.Kind? = nil, format: FileFormat? = nil,
    pair: LanguagePair? = nil
  ) {
    self.from = from
    self.kind = kind
    self.format = format
    self.pair = pair
  }
}

/// The result of an export.
public struct ExportReport: Sendable {
  /// The memory or glossary.
  public let resource: Resource
  /// The format of the file.
  public let format: FileFormat
  /// The number of units or concepts that were written.
  public let rows: Int
  /// The number of times that data was lost in the format, by the data's name.
  public let losses: [String: Int]
}

extension Workspace {
  /// Writes a memory or a glossary to a file, which is written whole or not at all.
  ///
  /// - Parameters:
  ///   - options: the options; without a format, the file's name decides.
  ///   - file: the file; an existing file is replaced after the new one is complete.
  /// - Returns: the result.
  /// - Throws: `WorkspaceError`.
  public func export(
    _ options: ExportOptions = ExportOptions(), toFile file: String
  ) throws(WorkspaceError) -> ExportReport {
    try WorkspaceError.carrying {
      try StoreGuard.checkReplacing(file)
      try OutputName.check(file)
      let chosen = try choose(options, named: file)
      let output = try AtomicFile(file)
      let report = try write(chosen, options) { try output.write($0) }
      try output.commit()
      return report
    }
  }

  /// Writes a memory or a glossary and passes the bytes to a sink.
  ///
  /// - Parameters:
  ///   - options: the options.
  ///   - sink: takes the bytes, chunk by chunk.
  /// - Returns: the result.
  /// - Throws: `WorkspaceError`, or an error of the sink.
  public func export(
    _ options: ExportOptions = ExportOptions(), to sink: @escaping ([UInt8]) throws -> Void
  ) throws -> ExportReport {
    try WorkspaceError.carryingOurs {
      try write(choose(options, named: nil), options, to: sink)
    }
  }

  /// Writes a memory or a glossary into a text.
  ///
  ///     let exported = try workspace.exportText(ExportOptions(from: "news", format: .tmx))
  ///     send(exported.text)
  ///
  /// The whole text is in memory at once.
  ///
  /// - Parameter options: the options.
  /// - Returns: the text, and the result of the export.
  /// - Throws: `WorkspaceError`.
  public func exportText(
    _ options: ExportOptions = ExportOptions()
  ) throws(WorkspaceError) -> ExportedText {
    try WorkspaceError.carrying {
      let bytes = BytesTaken()
      let report = try export(options) { bytes.all += $0 }
      return ExportedText(text: bytes.text, report: report)
    }
  }

  /// Writes all memories and glossaries to one file of JSON lines, with all that they hold: what is
  /// imported of it is exported as the same bytes.
  ///
  ///     let reports = try workspace.exportAll(toFile: "store.jsonl")
  ///
  /// History, deleted units and settings of the store are not in it.
  ///
  /// - Parameter file: the file; an existing file is replaced after the new one is complete.
  /// - Returns: the result for each memory and glossary, in the order in which they were made.
  /// - Throws: `WorkspaceError`.
  public func exportAll(toFile file: String) throws(WorkspaceError) -> [ExportReport] {
    try WorkspaceError.carrying {
      try StoreGuard.checkReplacing(file)
      let output = try AtomicFile(file)
      let reports = try exportAll { try output.write($0) }
      try output.commit()
      return reports
    }
  }

  /// Writes all memories and glossaries as JSON lines, and passes the bytes to a sink.
  ///
  /// - Parameter sink: takes the bytes, chunk by chunk.
  /// - Returns: the result for each memory and glossary, in the order in which they were made.
  /// - Throws: `WorkspaceError`, or an error of the sink.
  public func exportAll(
    to sink: @escaping ([UInt8]) throws -> Void
  ) throws -> [ExportReport] {
    try WorkspaceError.carryingOurs {
      let resources = try store.resources().inOrderOfMaking
      if resources.isEmpty { throw WorkspaceError.usage("the store holds nothing to export") }
      return try resources.map { stored in
        try write((stored, .jsonl), ExportOptions(), isSection: true, to: sink)
      }
    }
  }

  /// Writes a memory to two files whose lines translate each other, whole or not at all.
  ///
  /// - Parameters:
  ///   - options: the memory and its languages; without languages, those of its first unit.
  ///   - source: the file in the source language; an existing file is replaced.
  ///   - target: the file with the translations; an existing file is replaced.
  /// - Returns: the result.
  /// - Throws: `WorkspaceError`.
  public func exportMoses(
    _ options: ExportOptions = ExportOptions(), source: String, target: String
  ) throws(WorkspaceError) -> ExportReport {
    try WorkspaceError.carrying {
      for file in [source, target] { try StoreGuard.checkReplacing(file) }
      var options = options
      (options.kind, options.format) = (.memory, nil)
      let stored = try choose(options, named: nil).resource
      let files = try [AtomicFile(source), AtomicFile(target)]
      var lines = MosesLines(pair: try options.pair ?? configuration.pair ?? onlyPair())
      let snapshot = try store.snapshot()
      try snapshot.forEachUnit(of: stored.id) { unit in
        guard let (source, target) = lines.lines(of: unit.unit) else { return }
        try files[0].write(source)
        try files[1].write(target)
      }
      for file in files { try file.commit() }
      return ExportReport(
        resource: stored.resource, format: .moses, rows: lines.written, losses: lines.losses)
    }
  }

  private func choose(
    _ options: ExportOptions, named file: String?
  ) throws(WorkspaceError) -> (resource: StoredResource, format: FileFormat) {
    let suffix = file.map { Paths.suffix(of: $0) } ?? ""
    let format = options.format ?? FileFormat(suffix: suffix)
    let all = try WorkspaceError.carrying { try store.resources().inOrderOfMaking }
    var candidates = all.filter { options.kind == nil || $0.resource.kind == options.kind }
    if let name = options.from {
      candidates = candidates.filter { $0.resource.name == name }
      if candidates.isEmpty {
        let known = all.map { ResourceName($0.resource.name, kind: $0.resource.kind) }
        throw .usage(
          "no \(options.kind?.rawValue ?? "memory or glossary") '\(name)'",
          remedy: .chooseResource(known))
      }
    }
    // A format of memories is written of a memory, or else of a glossary's terms, and the reverse.
    let natural = candidates.filter { $0.resource.kind == format?.kind }
    if !natural.isEmpty { candidates = natural }
    guard let only = candidates.first, candidates.count == 1 else {
      if candidates.isEmpty {
        if all.isEmpty { throw .usage("the store holds nothing to export") }
        throw .usage("the store holds no \(options.kind?.rawValue ?? "memory or glossary")")
      }
      let names = candidates.map { ResourceName($0.resource.name, kind: $0.resource.kind) }
      throw .usage(
        "several memories and glossaries could be exported", remedy: .nameResource(names))
    }
    let usual: FileFormat = only.resource.kind == .memory ? .tmx : .glossary
    // A glossary in a table has Calque's own format, unless a table of pairs was named.
    let isTable = options.format == nil && format == .tsv && only.resource.kind == .glossary
    return (only, isTable ? usual : format ?? usual)
  }

  private func write(
    _ chosen: (resource: StoredResource, format: FileFormat), _ asked: ExportOptions,
    isSection: Bool = false, to sink: @escaping ([UInt8]) throws -> Void
  ) throws -> ExportReport {
    let (stored, format) = chosen
    var header: FileHeader?
    if let text = stored.header, let kept = stored.format.flatMap({ FileFormat(rawValue: $0) }) {
      header = FileHeader(
        format: kept, version: stored.formatVersion, languages: stored.resource.languages,
        text: text)
    }
    var options = WriterOptions(
      pair: asked.pair, version: asked.version, toolVersion: CalqueVersion.current,
      title: stored.resource.name,
      languages: stored.resource.languages)
    options.dumpedKind = stored.resource.kind
    if isSection { options.dumped = stored.resource }
    var writer = FileWriter(format: format, header: header, options: options, to: sink)
    // The sink is the caller's code, and may use the store between two batches of a snapshot.
    let snapshot = try store.snapshot()
    switch stored.resource.kind {
    case .memory:
      try snapshot.forEachUnit(of: stored.id) { unit in
        try writer.write(unit.unit)
      }
    case .glossary:
      try snapshot.forEachConcept(of: stored.id) { concept in
        try writer.write(concept.concept)
      }
    }
    try writer.finish()
    return ExportReport(
      resource: stored.resource, format: format, rows: writer.written, losses: writer.losses)
  }
}

extension FileFormat {
  /// The kind of a format's content; nil if the format holds both kinds.
  fileprivate var kind: Resource.Kind? {
    let kinds = FormatRegistry.description(of: self)?.kinds ?? []
    return kinds.count == 1 ? kinds.first : nil
  }
}

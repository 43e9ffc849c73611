public import CalqueFormats
public import CalqueModel
import CalqueStore
import CalqueSystem

/// What is to be exported, and how; what is absent follows from the store and the file's name.
public struct ExportOptions: Sendable {
  /// The memory or glossary.
  public var from: String?
  /// Whether `from` is a memory or a glossary, where both have that name.
  public var kind: Resource.Kind?
  /// The file's format.
  public var format: FileFormat?
  /// The two languages of a table, source first.
  public var pair: LanguagePair?

  /// Makes options; what is not named is found out.
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

/// What was exported.
public struct ExportReport: Sendable {
  /// The memory or glossary.
  public let resource: Resource
  /// The format it was written in.
  public let format: FileFormat
  /// How many units or concepts were written.
  public let rows: Int
  /// How often something could not be written in this format, by its name.
  public let losses: [String: Int]
}

extension Workspace {
  /// Writes a memory or a glossary to a file, which is there whole or not at all.
  ///
  /// - Parameters:
  ///   - options: what, and how; the format follows from the file's name if it is not given.
  ///   - file: the file; one that stands there is replaced once the new one is complete.
  /// - Returns: what was written.
  /// - Throws: `WorkspaceError`.
  public func export(
    _ options: ExportOptions = ExportOptions(), toFile file: String
  ) throws(WorkspaceError) -> ExportReport {
    try WorkspaceError.carrying {
      try StoreGuard.checkReplacing(file)
      let chosen = try choose(options, named: file)
      let output = try AtomicFile(file)
      let report = try write(chosen, pair: options.pair) { try output.write($0) }
      try output.commit()
      return report
    }
  }

  /// Writes a memory or a glossary to wherever the bytes are taken.
  ///
  /// - Parameters:
  ///   - options: what, and how.
  ///   - sink: takes the bytes, chunk by chunk.
  /// - Returns: what was written.
  /// - Throws: `WorkspaceError`, or what the sink throws.
  public func export(
    _ options: ExportOptions = ExportOptions(), to sink: @escaping ([UInt8]) throws -> Void
  ) throws -> ExportReport {
    try WorkspaceError.carryingOurs {
      try write(choose(options, named: nil), pair: options.pair, to: sink)
    }
  }

  /// Writes a memory or a glossary into a text.
  ///
  ///     let exported = try workspace.exportText(ExportOptions(from: "news", format: .tmx))
  ///     send(exported.text)
  ///
  /// - Parameter options: what, and how.
  /// - Returns: the text, and what is in it. The whole text is in memory at once.
  /// - Throws: `WorkspaceError`.
  public func exportText(
    _ options: ExportOptions = ExportOptions()
  ) throws(WorkspaceError) -> ExportedText {
    try WorkspaceError.carrying {
      let bytes = BytesTaken()
      let report = try export(options) { bytes.all += $0 }
      return ExportedText(text: String(decoding: bytes.all, as: UTF8.self), report: report)
    }
  }

  private func choose(
    _ options: ExportOptions, named file: String?
  ) throws(WorkspaceError) -> (resource: StoredResource, format: FileFormat) {
    let suffix = file.map { Paths.suffix(of: $0) } ?? ""
    let format = options.format ?? FileFormat(suffix: suffix)
    let all = try WorkspaceError.carrying { try store.resources().inOrderOfMaking }
    let kind = options.kind ?? format?.kind
    var candidates = all.filter { kind == nil || $0.resource.kind == kind }
    if let name = options.from {
      candidates = candidates.filter { $0.resource.name == name }
      if candidates.isEmpty {
        let known = all.map { "\($0.resource.name) (\($0.resource.kind.rawValue))" }
        throw .usage(
          "no \(kind?.rawValue ?? "memory or glossary") '\(name)'", remedy: .chooseResource(known))
      }
    }
    guard let only = candidates.first, candidates.count == 1 else {
      if candidates.isEmpty { throw .usage("the store holds nothing to export") }
      let names = candidates.map { "\($0.resource.name) (\($0.resource.kind.rawValue))" }
      throw .usage(
        "several memories and glossaries could be exported", remedy: .nameResource(names))
    }
    let natural: FileFormat = only.resource.kind == .memory ? .tmx : .glossary
    // A table of a glossary is ours, unless a table of pairs was asked for by name.
    let isTable = options.format == nil && format == .tsv && only.resource.kind == .glossary
    return (only, isTable ? natural : format ?? natural)
  }

  private func write(
    _ chosen: (resource: StoredResource, format: FileFormat), pair: LanguagePair?,
    to sink: @escaping ([UInt8]) throws -> Void
  ) throws -> ExportReport {
    let (stored, format) = chosen
    var header: FileHeader?
    if let text = stored.header, let kept = stored.format.flatMap({ FileFormat(rawValue: $0) }) {
      header = FileHeader(
        format: kept, version: stored.formatVersion, languages: stored.resource.languages,
        text: text)
    }
    var writer = FileWriter(
      format: format, header: header,
      options: WriterOptions(
        pair: pair, toolVersion: CalqueVersion.current, title: stored.resource.name),
      to: sink)
    // The sink is the caller's code: between two batches of a snapshot it may ask the store.
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
  /// What a format holds, where it holds only one kind.
  fileprivate var kind: Resource.Kind? {
    let kinds = FormatRegistry.description(of: self)?.kinds ?? []
    return kinds.count == 1 ? kinds.first : nil
  }
}

import CalqueFormats
public import CalqueModel
import CalqueStore
import CalqueSystem

/// A file that was written into a project of OmegaT.
public struct OmegaTFile: Sendable {
  /// The file.
  public let path: String
  /// The memory or glossary.
  public let resource: Resource
  /// The number of units or concepts in the file.
  public let rows: Int
  /// The number of times that data was lost, by the data's name.
  public let losses: [String: Int]
}

extension Workspace {
  /// Writes memories and glossaries into a project folder of OmegaT.
  ///
  /// Memories go to `tm/auto`; what an alignment made and nobody has reviewed goes to
  /// `tm/penalty-10`; glossaries go to `glossary`. Rejected units are left out. Each file is written
  /// whole or not at all; a file of an earlier export that would be empty now is removed.
  ///
  /// - Parameters:
  ///   - folder: the project's folder, which is made if it is missing.
  ///   - pair: the languages of the project.
  ///   - name: a memory or glossary; nil for all that hold both languages.
  /// - Returns: the files that were written.
  /// - Throws: `WorkspaceError`.
  public func export(
    toOmegaT folder: String, pair: LanguagePair, from name: String? = nil
  ) throws(WorkspaceError) -> [OmegaTFile] {
    try WorkspaceError.carrying {
      let resources = try store.resources().inOrderOfMaking.filter { stored in
        let languages = stored.resource.languages
        return name.map { stored.resource.name == $0 }
          ?? [pair.source, pair.target].allSatisfy { asked in
            languages.contains { $0.fit(asked: asked) != nil }
          }
      }
      guard !resources.isEmpty else {
        throw WorkspaceError.usage(
          name.map { "no memory or glossary '\($0)'" } ?? "the store holds nothing in \(pair)")
      }
      try OmegaTProject.make(folder, pair: pair)
      let snapshot = try store.snapshot()
      var files = [OmegaTFile]()
      var names: [Resource.Kind: Set<String>] = [:]
      for stored in resources {
        let name = OmegaTProject.fileName(
          stored.resource.name, among: &names[stored.resource.kind, default: []])
        switch stored.resource.kind {
        case .memory: files += try write(memory: stored, snapshot, to: folder, name, pair)
        case .glossary: files += try write(glossary: stored, snapshot, to: folder, name, pair)
        }
      }
      return files
    }
  }

  private func write(
    memory: StoredResource, _ snapshot: StoreSnapshot, to folder: String, _ name: String,
    _ pair: LanguagePair
  ) throws -> [OmegaTFile] {
    var sure = try OmegaTOutput(Paths.join(folder, "tm/auto/\(name).tmx"), .tmx, memory, pair)
    var doubtful = try OmegaTOutput(
      Paths.join(folder, "tm/penalty-10/\(name).tmx"), .tmx, memory, pair)
    var rejected = 0
    try snapshot.forEachUnit(of: memory.id) { stored in
      if stored.unit.status == .rejected {
        rejected += 1
      } else if stored.unit.alignmentConfidence != nil {
        try doubtful.writer.write(stored.unit)
      } else {
        try sure.writer.write(stored.unit)
      }
    }
    sure.lost["rejected unit"] = rejected
    return try [sure.finish(), doubtful.finish()].compactMap(\.self)
  }

  private func write(
    glossary: StoredResource, _ snapshot: StoreSnapshot, to folder: String, _ name: String,
    _ pair: LanguagePair
  ) throws -> [OmegaTFile] {
    var output = try OmegaTOutput(
      Paths.join(folder, "glossary/\(name).txt"), .omegat, glossary, pair)
    try snapshot.forEachConcept(of: glossary.id) { try output.writer.write($0.concept) }
    return try [output.finish()].compactMap(\.self)
  }
}

/// A file of a project on its way.
private struct OmegaTOutput {
  private let path: String
  private let resource: Resource
  private let file: AtomicFile
  var writer: FileWriter
  /// What was lost before the writer saw it.
  var lost: [String: Int] = [:]

  init(
    _ path: String, _ format: FileFormat, _ stored: StoredResource, _ pair: LanguagePair
  ) throws {
    try StoreGuard.checkReplacing(path)
    self.path = path
    resource = stored.resource
    let file = try AtomicFile(path)
    self.file = file
    writer = FileWriter(
      format: format,
      options: WriterOptions(
        pair: pair, toolVersion: CalqueVersion.current, title: stored.resource.name,
        languages: [pair.source, pair.target])
    ) { try file.write($0) }
  }

  /// Completes the file; nil, and no file stays, if it would hold nothing.
  mutating func finish() throws -> OmegaTFile? {
    try writer.finish()
    let losses = writer.losses.merging(lost.filter { $0.value > 0 }, uniquingKeysWith: +)
    if writer.written == 0 {
      if FileStatus(path)?.kind == .file { try Files.remove(path) }
      return nil
    }
    try file.commit()
    return OmegaTFile(path: path, resource: resource, rows: writer.written, losses: losses)
  }
}

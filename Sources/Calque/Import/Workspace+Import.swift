import CalqueFormats
import CalqueModel
import CalqueStore
import CalqueSystem

extension Workspace {
  /// Imports a file into a memory or glossary: the whole file, or nothing.
  ///
  /// Rows that the resource already has are not stored again. A cancelled task stores nothing.
  ///
  /// - Parameters:
  ///   - file: the file; `-` is standard input.
  ///   - options: the options.
  ///   - progress: receives the file's properties, and the number of rows read so far.
  /// - Returns: the outcome of every row.
  /// - Throws: `WorkspaceError` of the kind `file` if the file is broken, `store` if the store
  ///   fails.
  @discardableResult
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
  ///     try workspace.importText(
  ///       "sommet\tsummit\n", named: "mine.fr-en.tsv", options: ImportOptions(kind: .glossary))
  ///
  /// Name the kind if you know it: whether a table is a memory or a glossary is otherwise guessed
  /// from the length of its cells, and a memory of a few headlines looks like a glossary.
  ///
  /// - Parameters:
  ///   - text: the content of the file.
  ///   - name: the name of the file. Format, languages and resource are found in the name and the
  ///     text, as for a file.
  ///   - options: the options.
  /// - Returns: the outcome of every row.
  /// - Throws: `WorkspaceError`; its places are in the text, with `name` as the file.
  @discardableResult
  public func importText(
    _ text: String, named name: String, options: ImportOptions = ImportOptions()
  ) throws(WorkspaceError) -> ImportReport {
    try WorkspaceError.carrying {
      var run = try ImportRun(
        file: name, bytes: Array(text.utf8), options: options, in: self)
      return try run.carryOut(in: self) { _ in }
    }
  }

  /// Imports a dump of a whole store: each memory and glossary into the one with its name, which is
  /// made as it was, in one transaction.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - options: the options; the dump decides about kinds and names.
  ///   - progress: receives the properties and the destination of each memory and glossary.
  /// - Returns: the outcome of every row, a report for each memory and glossary; nil if the file is
  ///   no dump of a whole store.
  /// - Throws: `WorkspaceError`.
  public func importDump(
    _ file: String, options: ImportOptions = ImportOptions(),
    progress: (ImportStep) -> Void = { _ in }
  ) throws(WorkspaceError) -> [ImportReport]? {
    try WorkspaceError.carrying {
      if options.moses != nil || FileStatus(file)?.kind != .file { return nil }
      try StoreGuard.checkReading(file)
      let sections = try DumpSection.all(in: file)
      if sections.isEmpty { return nil }
      if options.into != nil || options.kind != nil {
        throw WorkspaceError.usage(
          "\(file) is a dump of a whole store, which names its memories and glossaries",
          remedy: .leaveNamesToDump)
      }
      var runs = try sections.map { section in
        var options = options
        (options.section, options.into) = (section, section.resource.name)
        options.isShipped = section.resource.isShipped
        return try ImportRun(file: file, options: options, in: self)
      }
      let counts = try store.importing(
        runs.map(\.source), dryRun: options.isDryRun, at: .now
      ) { session, number in
        runs[number].begin(progress)
        try runs[number].read(into: session)
        if number == runs.count - 1, !options.isDryRun { progress(.storing) }
      }
      if !options.isDryRun { progress(.stored) }
      return zip(runs, counts).map { run, counts in run.report(counts, in: self) }
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

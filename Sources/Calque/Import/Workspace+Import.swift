import CalqueFormats
import CalqueModel
import CalqueStore
import CalqueSystem

extension Workspace {
  /// Imports a file into a memory or glossary in one transaction: the whole file, or nothing.
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
  ///     try workspace.importText("sommet\tsummit\n", named: "mine.fr-en.tsv")
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

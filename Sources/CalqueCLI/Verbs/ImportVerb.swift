import ArgumentParser
import Calque
import CalqueModel
import CalqueSystem

/// `calque import`: files into memories and glossaries.
struct ImportVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring files into a memory or glossary; nothing is stored twice.",
    discussion: """
      Example:
        calque import old.tmx
        calque import --as memory --into news pairs.fr-en.tsv
        calque import --pair fr-en --domain diplomacy < terms.tsv
        calque import --replace terms.fr-en.xlsx
        calque import ~/projects/summit      (a project folder of OmegaT)
        calque import store.jsonl            (what export --all wrote)

      Format, kind and languages are found out and said. A broken file stores nothing, unless \
      --keep-going says to keep what can be read of it.
      """)

  /// `--as`.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case memory, glossary

    var kind: Resource.Kind { self == .memory ? .memory : .glossary }
  }

  @Option(
    name: .customLong("as"), help: ArgumentHelp("What to take a file for.", valueName: "kind"))
  var kind: Kind?

  @Option(
    help: ArgumentHelp(
      "The memory or glossary it goes into; its file's name, unless given.", valueName: "name"))
  var into: String?

  @OptionGroup var pair: PairOption
  @OptionGroup var format: FormatOption

  @Option(help: ArgumentHelp("The subject field, for a glossary.", valueName: "name"))
  var domain: String?

  @OptionGroup var table: TableOptions

  @Flag(help: "Make the memory or glossary what the file says; remove what it no longer has.")
  var replace = false

  @Flag(help: "Take two files whose lines translate each other: corpus.fr corpus.en.")
  var moses = false

  @Flag(help: "Read and count, show the first concepts, and store nothing.")
  var dryRun = false

  @Flag(help: "Keep what can be read of a broken file.")
  var keepGoing = false

  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption

  @Argument(help: ArgumentHelp("The files; - is standard input.", valueName: "file"))
  var files: [String] = []

  mutating func run() throws {
    if files.isEmpty { try TextInput.refuseTerminal("calque import old.tmx") }
    let workspace = try store.open(for: .writing)
    var isRefused = false
    let inputs = try inputs()
    for input in inputs {
      do {
        for report in try read(input, into: workspace) where report.counts.refused > 0 {
          isRefused = true
        }
      } catch let error as WorkspaceError
        where ExitStatus(of: error) == .refused && inputs.count > 1
      {
        // A refused file does not stop the import of the others.
        Talk.error(Failures.text(of: error, ["import"]))
        isRefused = true
      }
    }
    if isRefused { throw ExitStatus.refused }
  }

  /// A file to read, and what its place says of it.
  private struct Input {
    let file: String
    var kind: Resource.Kind?
    var pair: LanguagePair?
  }

  /// The files; a project folder of OmegaT stands for its memories and glossaries.
  private func inputs() throws -> [Input] {
    if moses {
      guard files.count == 2 else {
        throw UsageError(
          "--moses takes two files", remedy: "calque import --moses corpus.fr corpus.en")
      }
      return [Input(file: files[0])]
    }
    var inputs = [Input]()
    for file in files.isEmpty ? ["-"] : files {
      guard let project = try OmegaTProject(file) else {
        inputs.append(Input(file: file))
        continue
      }
      let found =
        project.memories.map { Input(file: $0, kind: .memory, pair: nil) }
        + project.glossaries.map { Input(file: $0, kind: .glossary, pair: project.pair) }
      if found.isEmpty {
        throw UsageError("\(file): the project has no memory and no glossary")
      }
      inputs += found
    }
    return inputs
  }

  /// Imports a file; a dump of a whole store has a report for each memory and glossary.
  private func read(_ input: Input, into workspace: Workspace) throws -> [ImportReport] {
    let file = input.file
    let progress = Progress(file)
    setLastWords(dryRun ? nil : "interrupted: nothing of \(file) is stored")
    defer {
      progress.finish()
      setLastWords(nil)
    }
    let options = options(input)
    let show = { (step: ImportStep) in
      switch step {
      case .begins(let detected, let into):
        if !json.isOn {
          Talk.line("\(file): \(ImportPage.found(detected, into: into))")
          if let understood = detected.understood { Talk.line("  \(understood)") }
        }
      case .rows(let rows, let bytes, let size):
        progress.advance(toRow: rows, bytes: bytes, of: size)
      case .storing:
        setLastWords("interrupted while \(file) was being stored: calque stats tells whether it is")
      case .stored:
        setLastWords("interrupted: \(file) is stored; what is looked up next makes its index")
      }
    }
    let reports =
      try workspace.importDump(file, options: options, progress: show)
      ?? [workspace.importFile(file, options: options, progress: show)]
    progress.finish()
    for report in reports { try tell(report, of: file) }
    return reports
  }

  /// Sets the line that a signal writes when it ends the import.
  private func setLastWords(_ line: String?) {
    ProcessControl.setLastWords(line.map { "\n" + TerminalText.escaped($0) + "\n" })
  }

  private func tell(_ report: ImportReport, of file: String) throws {
    if report.counts.stored > 0, !dryRun {
      Output.standard.hasStored("\(file) is stored in '\(report.into)'")
    }
    for warning in report.warnings {
      let place = SourcePlace(file: file, line: warning.line, column: warning.column)
      Talk.warning("\(place): \(warning.message)")
    }
    if json.isOn {
      try Output.standard.line(report.json)
    } else {
      if dryRun {
        for concept in report.firstConcepts {
          try Output.standard.line(TerminalText.escaped(ImportPage.line(of: concept)))
        }
      }
      try Output.standard.line(TerminalText.escaped(ImportPage.line(of: report)))
    }
  }

  private func options(_ input: Input) -> ImportOptions {
    var options = ImportOptions(
      kind: kind?.kind ?? input.kind, into: into, pair: pair.pair ?? input.pair,
      format: format.format, domain: domain,
      isDryRun: dryRun, keepsGoing: keepGoing)
    options.encoding = table.encoding
    options.columns = table.columns
    options.headerRow = table.headerRow
    options.splitsCells = !table.noSplit
    options.replaces = replace
    if moses { options.moses = files.last }
    return options
  }
}

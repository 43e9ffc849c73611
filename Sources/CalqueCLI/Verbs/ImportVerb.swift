import ArgumentParser
import Calque
import CalqueModel

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
    for file in files.isEmpty ? ["-"] : files {
      do {
        let report = try read(file, into: workspace)
        if report.counts.refused > 0 { isRefused = true }
      } catch let error as WorkspaceError
        where ExitStatus(of: error) == .refused && files.count > 1
      {
        // A refused file does not stop the import of the others.
        Talk.error(Failures.text(of: error, ["import"]))
        isRefused = true
      }
    }
    if isRefused { throw ExitStatus.refused }
  }

  private func read(_ file: String, into workspace: Workspace) throws -> ImportReport {
    let progress = Progress(file)
    defer { progress.finish() }
    let report = try workspace.importFile(file, options: options) { step in
      switch step {
      case .begins(let detected, let into):
        if !json.isOn {
          Talk.line("\(file): \(ImportPage.found(detected, into: into))")
          if let understood = detected.understood { Talk.line("  \(understood)") }
        }
      case .rows(let rows): progress.advance(to: rows)
      }
    }
    progress.finish()
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
    return report
  }

  private var options: ImportOptions {
    var options = ImportOptions(
      kind: kind?.kind, into: into, pair: pair.pair, format: format.format, domain: domain,
      isDryRun: dryRun, keepsGoing: keepGoing)
    options.encoding = table.encoding
    options.columns = table.columns
    options.headerRow = table.headerRow
    options.splitsCells = !table.noSplit
    return options
  }
}

import ArgumentParser
import Calque
import CalqueModel

/// `calque export`: a memory or glossary as a file.
struct ExportVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a memory or glossary to a file, or to standard output.",
    discussion: """
      Example:
        calque export --from archive -o archive.tmx
        calque export --from diplomacy --format omegat > diplomacy.txt
        calque export --omegat ~/projects/summit --pair fr-en
        calque export --all -o store.jsonl

      What the format cannot hold is named on standard error: lost: 12 × usagecount.
      """)

  @Option(
    help: ArgumentHelp(
      "The memory or glossary; the only one there is, unless given.", valueName: "name"))
  var from: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Which of the two, where both have that name.", valueName: "kind"))
  var kind: ImportVerb.Kind?

  @OptionGroup var format: FormatOption

  @Option(
    name: .customShort("o"),
    help: ArgumentHelp("The file; standard output, unless given.", valueName: "file"))
  var output: String?

  @OptionGroup var dialect: DialectOptions

  @Flag(help: "Write all memories and glossaries into one file of JSON lines, which import reads.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "Write memories and glossaries into this project folder of OmegaT.", valueName: "dir"))
  var omegat: String?
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Write two files whose lines translate each other: corpus.fr corpus.en.", valueName: "file"))
  var moses: [String] = []

  @OptionGroup var pair: PairOption
  @OptionGroup var store: StoreOption

  mutating func run() throws {
    let workspace = try store.open()
    if all { return try exportAll(workspace) }
    if !moses.isEmpty { return try exportMoses(workspace) }
    if let omegat { return try export(workspace, toOmegaT: omegat) }
    var options = ExportOptions(
      from: from, kind: kind?.kind, format: format.format, pair: pair.pair)
    options.version = dialect.version
    let report: ExportReport
    switch try DataOutput(output) {
    case .file(let file):
      report = try workspace.export(options, toFile: file)
      Talk.line("\(file): \(ExportPage.line(of: report))")
    case .stream(let stream):
      report = try workspace.export(options, to: stream.dataSink())
      try stream.flush()
    }
    if let losses = ExportPage.losses(report.losses) { Talk.line(losses) }
  }

  private func export(_ workspace: Workspace, toOmegaT folder: String) throws {
    guard output == nil, format.format == nil else {
      throw UsageError("--omegat writes files of its own; leave out -o and --format")
    }
    let files = try workspace.export(
      toOmegaT: folder, pair: workspace.pair(named: pair.pair), from: from)
    var losses: [String: Int] = [:]
    for file in files {
      Talk.line("\(file.path): \(ExportPage.line(of: file))")
      losses.merge(file.losses, uniquingKeysWith: +)
    }
    if let text = ExportPage.losses(losses) { Talk.line(text) }
  }

  private func exportAll(_ workspace: Workspace) throws {
    let isJSON = format.format == nil || format.format == .jsonl
    guard from == nil, kind == nil, omegat == nil, moses.isEmpty, pair.pair == nil, isJSON else {
      throw UsageError(
        "--all writes the whole store as JSON lines", remedy: "calque export --all -o store.jsonl")
    }
    let reports: [ExportReport]
    switch try DataOutput(output) {
    case .file(let file): reports = try workspace.exportAll(toFile: file)
    case .stream(let stream):
      reports = try workspace.exportAll(to: stream.dataSink())
      try stream.flush()
    }
    for report in reports { Talk.line(ExportPage.line(of: report)) }
  }

  private func exportMoses(_ workspace: Workspace) throws {
    guard moses.count == 2, output == nil else {
      throw UsageError(
        "--moses writes two files", remedy: "calque export --moses corpus.fr corpus.en")
    }
    let report = try workspace.exportMoses(
      ExportOptions(from: from, pair: pair.pair), source: moses[0], target: moses[1])
    Talk.line("\(moses[0]), \(moses[1]): \(ExportPage.line(of: report))")
    if let losses = ExportPage.losses(report.losses) { Talk.line(losses) }
  }
}

import ArgumentParser
import Calque
import CalqueModel

/// `calque stats`: the content of a store, or how much of a file it knows.
struct StatsVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "What the store holds; of a file, how much the memories know.",
    discussion: """
      Example:
        calque stats
        calque stats --json --store news.db
        calque stats job.sdlxliff
        calque stats job.sdlxliff --svg job.svg
        calque stats job.sdlxliff --html job.html

      Memories and glossaries are listed in the order in which they answer: first those that \
      calque.toml names, then your own, the newest first, then those that came with calque.

      The segments of a file (XLIFF, SDLXLIFF, MQXLIFF, PO, TMX, tables) are counted by the score \
      of their best match. A text that the file had before is a repetition. An equal text \
      whose neighbours or key agree, too, is counted as 101-102. Characters are counted \
      without white space.
      """)

  @Option(help: ArgumentHelp("Draw the bands of a file into an SVG file.", valueName: "file"))
  var svg: String?

  @Option(
    help: ArgumentHelp("Write the bands as a page to open in a browser.", valueName: "file"))
  var html: String?

  @Flag(help: "Count what can be read of a broken file.")
  var keepGoing = false

  @OptionGroup var pair: PairOption
  @OptionGroup var memory: MemoryOption
  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption

  @Argument(help: ArgumentHelp("The file; none is the store itself.", valueName: "file"))
  var file: String?

  mutating func run() throws {
    if let file { return try analyse(file) }
    for (option, path) in [("--svg", svg), ("--html", html)] where path != nil {
      throw UsageError("\(option) shows the analysis of a file", remedy: "Name a file.")
    }
    let stats = try store.open().stats()
    if json.isOn { return try Output.standard.line(stats.json) }
    for line in StatsPage.lines(of: stats) { try Output.standard.line(line) }
  }

  private func analyse(_ file: String) throws {
    var options = AnalysisOptions(pair: pair.pair)
    options.memories = memory.choices
    options.keepsGoing = keepGoing
    let analysis = try store.open().analyse(file, options: options)
    for warning in analysis.warnings {
      let place = SourcePlace(file: file, line: warning.line, column: warning.column)
      Talk.warning("\(place): \(warning.message)")
    }
    try tell(analysis)
    if analysis.refused > 0 { throw ExitStatus.refused }
  }

  private func tell(_ analysis: FileAnalysis) throws {
    if let svg { try analysis.writeSVG(toFile: svg) }
    if let html {
      let page = BandHTML(analysis: analysis)
      try PageFile.write(page.page, to: html)
      return Talk.line("\(html): \(page.summary)")
    }
    if json.isOn { return try Output.standard.line(analysis.json) }
    for line in BandPage.lines(of: analysis) { try Output.standard.line(line) }
  }
}

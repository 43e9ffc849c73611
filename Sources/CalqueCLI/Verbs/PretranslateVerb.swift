import ArgumentParser
import Calque
import CalqueModel

/// `calque pretranslate`: a bilingual file, filled from the memories.
struct PretranslateVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pretranslate",
    abstract: "Fill an XLIFF, SDLXLIFF or PO file from the memories.",
    discussion: """
      Example:
        calque pretranslate job.sdlxliff -o job.filled.sdlxliff
        calque pretranslate --min-score 95 fr.po -o fr.new.po

      Empty translations are filled from the best match of at least --min-score;
      their state says that they are matches, never that they are approved.
      Other matches (alt-trans; the matches of XLIFF 2) and glossary terms (the
      glossary of XLIFF 2) are added where the format has a place for them.
      Every other byte stays as it is.
      """)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The lowest score that is filled in, 1 to 102; 100 unless told.", valueName: "points"),
    transform: { try Bounded.score($0) })
  var minScore: Int = 100

  @Option(
    name: .customShort("o"),
    help: ArgumentHelp("The file; standard output, unless given.", valueName: "file"))
  var output: String?

  @OptionGroup var pair: PairOption
  @OptionGroup var memory: MemoryOption

  @Option(help: ArgumentHelp("Take terms from this glossary alone. Repeatable.", valueName: "name"))
  var glossary: [String] = []

  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption

  @Argument(help: ArgumentHelp("The file.", valueName: "file"))
  var file: String

  mutating func run() throws {
    var options = PretranslateOptions(minimum: minScore, pair: pair.pair)
    options.analysis.memories = memory.choices
    options.analysis.glossaries = glossary
    let destination = try DataOutput(output)
    if json.isOn, case .stream = destination, output == nil || output == "-" {
      throw UsageError(
        "--json and the file would both go to standard output", remedy: "Name a file: -o FILE")
    }
    let workspace = try store.open()
    let result: Pretranslation
    switch destination {
    case .file(let path):
      result = try workspace.pretranslate(file, toFile: path, options: options)
    case .stream(let stream):
      result = try workspace.pretranslate(file, options: options)
      try stream.dataSink()(result.bytes)
      try stream.flush()
    }
    if let warning = result.warning { Talk.warning("\(file): \(warning)") }
    if json.isOn { return try Output.standard.line(result.json) }
    for line in BandPage.lines(of: result) { Talk.line(line) }
  }
}

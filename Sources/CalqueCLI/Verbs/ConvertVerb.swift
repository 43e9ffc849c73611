import ArgumentParser
import Calque
import CalqueModel

/// `calque convert`: one format to another, without a store.
struct ConvertVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Turn a file into another format, without a store.",
    discussion: """
      Example:
        calque convert old.tmx -o new.tsv
        calque convert diplomacy.fr-en.tsv --format omegat > diplomacy.txt

      What the format cannot hold is named on standard error: lost: 12 × usagecount.
      """)

  @OptionGroup var format: FormatOption

  @Option(
    name: .customShort("o"),
    help: ArgumentHelp("The file; standard output, unless given.", valueName: "file"))
  var output: String?

  @OptionGroup var pair: PairOption

  @Option(
    name: .customLong("as"), help: ArgumentHelp("What to take a file for.", valueName: "kind"))
  var kind: ImportVerb.Kind?

  @OptionGroup var table: TableOptions

  @OptionGroup var dialect: DialectOptions

  @Flag(help: "Disarm cells that a spreadsheet would take for formulas.")
  var spreadsheetSafe = false

  @Flag(help: "Keep what can be read of a broken file.")
  var keepGoing = false

  @Argument(help: ArgumentHelp("The file; - is standard input.", valueName: "file"))
  var file: String?

  mutating func run() throws {
    if file == nil { try TextInput.refuseTerminal("calque convert old.tmx -o new.tsv") }
    let input = file ?? "-"
    let report: ConversionReport
    switch try DataOutput(output) {
    case .file(let output):
      report = try Conversion.convert(input, toFile: output, options: options)
      Talk.line("\(output): \(ExportPage.line(of: report))")
    case .stream(let stream):
      report = try Conversion.convert(input, options: options, to: stream.dataSink())
      try stream.flush()
    }
    for warning in report.warnings {
      let place = SourcePlace(file: input, line: warning.line, column: warning.column)
      Talk.warning("\(place): \(warning.message)")
    }
    if let losses = ExportPage.losses(report.losses) { Talk.line(losses) }
    if report.refused > 0 { throw ExitStatus.refused }
  }

  private var options: ConversionOptions {
    ConversionOptions(
      format: format.format,
      writing: WriterOptions(
        pair: pair.pair, version: dialect.version,
        isSpreadsheetSafe: spreadsheetSafe,
        toolVersion: CalqueVersion.current),
      reading: FormatOptions(
        pair: pair.pair, kind: kind?.kind, encoding: table.encoding, keepGoing: keepGoing,
        columns: table.columns, headerRow: table.headerRow, splitsCells: !table.noSplit))
  }
}

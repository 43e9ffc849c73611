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
        calque convert old.tmx --moses corpus.fr corpus.en
        calque convert --moses corpus.fr corpus.en -o corpus.tmx

      What the format cannot hold is named on standard error: lost: 12 × usagecount.
      """)

  @OptionGroup var format: FormatOption

  @Option(
    name: .customShort("o"),
    help: ArgumentHelp("The file; standard output, unless given.", valueName: "file"))
  var output: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Two files whose lines translate each other: written, or read if no other file is named.",
      valueName: "file"))
  var moses: [String] = []

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
    if !moses.isEmpty, moses.count != 2 {
      throw UsageError(
        "--moses takes two files", remedy: "calque convert old.tmx --moses corpus.fr corpus.en")
    }
    if file == nil, moses.isEmpty {
      try TextInput.refuseTerminal("calque convert old.tmx -o new.tsv")
    }
    let input = file ?? moses.first ?? "-"
    if file != nil, !moses.isEmpty { return try writeMoses(input) }
    let report: ConversionReport
    switch try DataOutput(output) {
    case .file(let output):
      report = try Conversion.convert(input, toFile: output, options: options)
      Talk.line("\(output): \(ExportPage.line(of: report))")
    case .stream(let stream):
      report = try Conversion.convert(input, options: options, to: stream.dataSink())
      try stream.flush()
    }
    try tell(report, of: input)
  }

  private func writeMoses(_ input: String) throws {
    guard output == nil, format.format == nil else {
      throw UsageError("--moses names the files to write; leave out -o and --format")
    }
    let report = try Conversion.convert(input, toMoses: moses[0], moses[1], options: options)
    Talk.line("\(moses[0]), \(moses[1]): \(ExportPage.line(of: report))")
    try tell(report, of: input)
  }

  /// Tells the warnings and the losses.
  ///
  /// - Throws: the exit code if a part of the file was refused.
  private func tell(_ report: ConversionReport, of input: String) throws {
    for warning in report.warnings {
      let place = SourcePlace(file: input, line: warning.line, column: warning.column)
      Talk.warning("\(place): \(warning.message)")
    }
    if let losses = ExportPage.losses(report.losses) { Talk.line(losses) }
    if report.refused > 0 { throw ExitStatus.refused }
  }

  private var options: ConversionOptions {
    var options = ConversionOptions(
      format: format.format,
      writing: WriterOptions(
        pair: pair.pair, version: dialect.version,
        isSpreadsheetSafe: spreadsheetSafe,
        toolVersion: CalqueVersion.current),
      reading: FormatOptions(
        pair: pair.pair, kind: kind?.kind, encoding: table.encoding, keepGoing: keepGoing,
        columns: table.columns, headerRow: table.headerRow, splitsCells: !table.noSplit))
    if file == nil { options.moses = moses.last }
    return options
  }
}

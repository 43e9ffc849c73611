import ArgumentParser
import Calque
import CalqueModel

/// `calque check`: a translation against its source.
struct CheckVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a translation: terms, numbers, dates, names, what is left over.",
    discussion: """
      Example:
        calque check story.fr.txt story.en.txt
        calque check --fail-on error story.fr.txt story.en.txt
        calque check --presegmented --pair fr-en --json src.txt tgt.txt

      The texts are cut into sentences and aligned. Terms of your own glossaries
      are binding; those of the glossaries that come with Calque give notes.
      Ends with 1 if something above a note was found; --fail-on moves that.
      """)

  @Argument(help: ArgumentHelp("The source and its translation.", valueName: "file"))
  var files: [String] = []

  @Flag(help: "Line for line: line 5 of the translation translates line 5.")
  var presegmented = false

  @OptionGroup var pair: PairOption

  @Option(
    help: ArgumentHelp(
      "The lightest finding that ends with 1: note, warning (usual) or error.",
      valueName: "severity"),
    transform: CheckVerb.severity)
  var failOn: CheckFinding.Severity = .warning

  @Option(
    help: ArgumentHelp("Leave out a rule, such as name. Repeatable.", valueName: "rule"),
    transform: CheckVerb.rule)
  var ignore: [CheckFinding.Rule] = []

  @Option(help: ArgumentHelp("Take terms from this glossary alone. Repeatable.", valueName: "name"))
  var glossary: [String] = []

  @Option(
    help: ArgumentHelp(
      "When the text was written: 2023, 2023-11 or 2023-11-02.", valueName: "date"),
    transform: SuggestVerb.date)
  var date: PartialDate?

  @Option(
    help: ArgumentHelp("The form of the output: text, json or sarif.", valueName: "name"),
    transform: CheckVerb.format)
  var format: CheckFormat?

  @Option(
    help: ArgumentHelp("Write a page to open in a browser, and print nothing.", valueName: "file"))
  var html: String?

  @OptionGroup var encoding: EncodingOption
  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption
  @OptionGroup var colour: ColourOption

  mutating func run() throws {
    guard files.count == 2 else {
      throw UsageError(
        files.isEmpty ? "no texts are given" : "a text and its translation are two files",
        remedy: "For example: calque check story.fr.txt story.en.txt")
    }
    let workspace = try store.open()
    var options = CheckOptions()
    options.pair = pair.pair
    options.isPresegmented = presegmented
    options.glossaries = glossary
    options.date = date
    options.ignored = Set(ignore)
    options.encoding = encoding.name
    let report = try workspace.check(files[0], against: files[1], options)
    for warning in report.warnings { Talk.warning(warning) }
    if let html {
      try PageFile.write(CheckHTML(report: report).page, to: html)
      Talk.line("\(html): \(CheckPage(report: report, colour: Colour(.never)).footer)")
    } else {
      try print(report)
    }
    if let heaviest = report.heaviest, heaviest >= failOn { throw ExitStatus.nothingFound }
  }

  private func print(_ report: CheckReport) throws {
    switch format ?? (json.isOn ? .json : .text) {
    case .json: for finding in report.findings { try Output.standard.line(finding.json) }
    case .sarif: try Output.standard.line(report.sarif)
    case .text:
      for line in CheckPage(report: report, colour: Colour(colour.choice)).lines() {
        try Output.standard.line(line)
      }
    }
  }

  /// The forms of the output.
  enum CheckFormat: String, CaseIterable { case text, json, sarif }

  private static func format(_ text: String) throws -> CheckFormat {
    try choice(text, "form of the output")
  }

  private static func severity(_ text: String) throws -> CheckFinding.Severity {
    try choice(text, "severity")
  }

  private static func rule(_ text: String) throws -> CheckFinding.Rule {
    try choice(text, "rule")
  }

  private static func choice<T: RawRepresentable & CaseIterable>(
    _ text: String, _ kind: String
  ) throws -> T where T.RawValue == String {
    if let value = T(rawValue: text) { return value }
    let known = T.allCases.map(\.rawValue)
    throw UsageError(
      "'\(text)' is no \(kind)",
      remedy: NearestWord.to(text, among: known).map { "Did you mean '\($0)'?" }
        ?? "Known: \(known.joined(separator: ", ")).")
  }
}

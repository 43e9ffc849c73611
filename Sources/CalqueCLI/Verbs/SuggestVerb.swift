import ArgumentParser
import Calque
import CalqueModel

/// `calque suggest`: an article with its terms and matches.
struct SuggestVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "An article with its terms, their translations, and matches for its sentences.",
    discussion: """
      Example:
        calque suggest article.fr.txt
        calque suggest --date 2023-11-02 --only terms article.fr.txt
        calque suggest --json < article.fr.txt

      The article is plain text, HTML, Markdown, DOCX or ODT. Offsets are places
      in a plain text's file; else in the extracted text, which --json holds.

      It is in the source language of the pair. One in the
      target language is refused; where nobody chose a pair, it turns the only
      pair of the store round. Its date decides which titles were in force:
      --date, else a date in its first 400 characters, else today.
      """)

  @Option(
    help: ArgumentHelp(
      "When the article was written: 2023, 2023-11 or 2023-11-02.", valueName: "date"),
    transform: SuggestVerb.date)
  var date: PartialDate?

  @Option(help: ArgumentHelp("Take terms of this subject field alone.", valueName: "name"))
  var domain: String?

  @Option(
    help: ArgumentHelp(
      "The region whose forms come first: US, GB, en-US or en-GB.", valueName: "region"))
  var region: String?

  @Flag(help: "A line a term, without notes; each is shown once.")
  var brief = false

  @Option(
    help: ArgumentHelp(
      "Show terms, matches, renderings or candidates alone. Repeatable.", valueName: "part"),
    transform: SuggestVerb.part)
  var only: [SuggestOptions.Part] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The lowest score of a match, 1 to 102; 60 unless told.", valueName: "points"),
    transform: { try Bounded.score($0) })
  var minScore: Int = 60

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most matches for a sentence; 3 unless told.", valueName: "n"),
    transform: { try Bounded.number($0, in: 1...1_000) })
  var limit: Int = 3

  @Option(
    help: ArgumentHelp("Write a page to open in a browser, and print nothing.", valueName: "file"))
  var html: String?

  @OptionGroup var pair: PairOption
  @OptionGroup var memory: MemoryOption

  @Option(help: ArgumentHelp("Take terms from this glossary alone. Repeatable.", valueName: "name"))
  var glossary: [String] = []

  @OptionGroup var encoding: EncodingOption
  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption
  @OptionGroup var colour: ColourOption

  @Argument(help: ArgumentHelp("The article; - or none is standard input.", valueName: "file"))
  var file: String?

  mutating func run() throws {
    if file == nil { try TextInput.refuseTerminal("calque suggest article.fr.txt") }
    let workspace = try store.open()
    let options = options()
    let suggestions = try workspace.suggest(file: file ?? "-", options: options)
    for warning in suggestions.warnings { Talk.warning(warning) }
    if let notice = suggestions.directionNotice { Talk.warning(notice) }
    if options.parts == [.renderings], try !workspace.hasLinkedWords(pair: suggestions.pair) {
      Talk.line("The words of the memories are not linked yet: calque align --words")
    }
    if let html {
      let page = SuggestHTML(suggestions, text: suggestions.text, parts: options.parts)
      try PageFile.write(page.page, to: html)
      Talk.line("\(html): \(page.summary)")
    } else if json.isOn {
      try Output.standard.line(suggestions.json)
    } else {
      let page = SuggestPage(
        suggestions: suggestions, parts: options.parts, colour: Colour(colour.choice))
      let lines = brief ? SuggestBriefPage(page: page).lines() : page.lines()
      for line in lines { try Output.standard.line(line) }
    }
    if suggestions.isEmpty { throw ExitStatus.nothingFound }
  }

  private func options() -> SuggestOptions {
    var options = SuggestOptions()
    options.pair = pair.pair
    options.date = date
    options.domain = domain
    options.region = region
    options.encoding = encoding.name
    if !only.isEmpty { options.parts = Set(only) }
    options.glossaries = glossary
    options.memories = memory.choices
    options.minimum = minScore
    options.limit = limit
    return options
  }

  static func date(_ text: String) throws -> PartialDate {
    guard let date = PartialDate(text) else {
      throw UsageError("'\(text)' is not a date", remedy: "Write one as 2023-11-02 or 2023-11.")
    }
    return date
  }

  private static func part(_ text: String) throws -> SuggestOptions.Part {
    guard let part = SuggestOptions.Part(rawValue: text) else {
      let known = SuggestOptions.Part.allCases.map(\.rawValue)
      throw UsageError(
        "'\(text)' is nothing that is suggested",
        remedy: NearestWord.to(text, among: known).map { "Did you mean '\($0)'?" }
          ?? "Known: \(known.joined(separator: ", ")).")
    }
    return part
  }
}

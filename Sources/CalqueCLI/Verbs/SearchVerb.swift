import ArgumentParser
import Calque
import CalqueModel

/// `calque search`: every occurrence of a query, in context.
struct SearchVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Every segment that holds a word or phrase, in its context.",
    discussion: """
      Example:
        calque search sommet
        calque search --in target --limit 50 '"prime minister"'
        calque search 'gouvern* budget'
        calque search --regex "sommets? (sur|de) l'IA"

      Words are found whole, in all their forms and in any order; words in quotes
      stand side by side; a star ends the beginning of a word; 12000 finds 12 000
      and 12,000. Case, accents and typography are set aside. The terms of
      glossaries come first, then the units with the whole phrase, the latest
      changed first.
      """)

  /// `--in`.
  enum Sides: String, ExpressibleByArgument, CaseIterable {
    case source, target, both
  }

  @Option(name: .customLong("in"), help: ArgumentHelp("The side to search.", valueName: "side"))
  var sides: Sides = .both

  @Flag(help: "Find the words as they are typed, not their other forms.")
  var exact = false

  @Flag(help: "Find the query inside words, too.")
  var substring = false

  @Flag(help: "The query is a regular expression, in ICU's syntax.")
  var regex = false

  @Flag(name: [.customLong("word"), .customShort("w")], help: "Find whole words; the default.")
  var word = false

  @Flag(name: .customLong("case"), help: "Tell capitals from small letters.")
  var keepsCase = false

  @Flag(help: "Tell e from é.")
  var accents = false

  @Option(
    parsing: .unconditional,
    help: "The most hits to show; 0 for all.",
    transform: { try Bounded.number($0, in: 0...Int.max) })
  var limit: Int = 20

  @OptionGroup var pair: PairOption

  @Option(help: ArgumentHelp("Search this memory alone. Repeatable.", valueName: "name"))
  var memory: [String] = []

  @Flag(help: "Search the rejected units alone, which nothing else shows.")
  var rejected = false

  @Flag(help: "Show the ids of units.")
  var ids = false

  @Flag(help: "List phrases that the memories render in several ways.")
  var inconsistent = false

  @Flag(help: "Measure the time to the hits and renderings.")
  var timing = false

  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption
  @OptionGroup var colour: ColourOption

  @Argument(
    help: ArgumentHelp(
      "What to search for; several are joined by one space, - reads lines.", valueName: "query"))
  var query: [String] = []

  func validate() throws {
    let ways = [
      ("--exact", exact), ("--word", word && !exact), ("--substring", substring),
      ("--regex", regex),
    ]
    let asked = ways.filter(\.1).map(\.0)
    if asked.count > 1 {
      throw ValidationError("\(asked[0]) and \(asked[1]) exclude each other: give one of them")
    }
  }

  mutating func run() throws {
    if inconsistent { return try showInconsistencies() }
    let input = try TextInput(query, example: "calque search sommet")
    let workspace = try store.open()
    let pair = try workspace.pair(named: pair.pair)
    try tellOfIndexes(pair, workspace)
    let page = SearchPage(colour: Colour(colour.choice), showsIDs: ids)
    switch input {
    case .text(let query):
      let answer = try workspace.search(query, pair: pair, options: options)
      try print(answer, page.lines(of: answer))
      guard !answer.isEmpty else {
        if !json.isOn { Talk.line("Nothing holds \(ShellWord.quoted(query)).") }
        throw ExitStatus.nothingFound
      }
      if answer.unsearched != nil { throw ExitStatus.refused }
    case .lines:
      var isIncomplete = false
      var isPrepared = regex || rejected
      try Lines.answer { line in
        if !isPrepared { try linkWords(pair, workspace) }
        isPrepared = true
        let answer = try answer(to: line, pair, in: workspace)
        try print(answer, page.block(of: answer))
        isIncomplete = isIncomplete || answer.unsearched != nil
        return !answer.isEmpty
      }
      if isIncomplete { throw ExitStatus.refused }
    }
  }

  /// Says which indexes the search makes first, where that takes a while.
  private func tellOfIndexes(_ pair: LanguagePair, _ workspace: Workspace) throws {
    if regex || substring || rejected { return }
    for language in try workspace.languagesWithoutIndex(of: pair, options.sides) {
      Talk.line("The index of the \(language) texts is made first, once; this takes a while.")
    }
  }

  /// Links the words of the memories: many questions are worth it, and it is done once.
  private func linkWords(_ pair: LanguagePair, _ workspace: Workspace) throws {
    try tellOfLinks(workspace.linksManyWords(pair: pair))
    let progress = Progress("words", total: 1_000)
    defer { progress.finish() }
    try workspace.linkWordsIfFew(pair: pair) { progress.advance(to: Int($0 * 1_000)) }
  }

  /// Says that words are linked first, where that takes a while.
  func tellOfLinks(_ takesLong: Bool) {
    if takesLong {
      Talk.line("The words of the memories are linked first, once; this takes a while.")
    }
  }

  /// Answers a line; the answer to a blank line is empty.
  private func answer(
    to line: String, _ pair: LanguagePair, in workspace: Workspace
  ) throws -> SearchAnswer {
    do {
      var answer = try workspace.search(
        regex ? line.withoutReturn : line, pair: pair, options: options)
      answer.query = line
      return answer
    } catch {
      guard error.kind == .emptyQuery else { throw error }
      return SearchAnswer(query: line)
    }
  }

  private func print(_ answer: SearchAnswer, _ lines: @autoclosure () -> [String]) throws {
    if json.isOn {
      try Output.standard.line(answer.json)
      return tellUnsearched(of: answer)
    }
    for line in lines() { try Output.standard.line(line) }
    if let time = answer.microseconds { Talk.line("\(Int(time)) µs") }
    tellUnsearched(of: answer)
    if answer.isCut { Talk.line("More than \(limit) hold it; to see all: --limit 0") }
  }

  /// Warns that a slow regular expression left texts unsearched.
  private func tellUnsearched(of answer: SearchAnswer) {
    guard let unsearched = answer.unsearched else { return }
    let searched = Wording.count(unsearched.searched, "text")
    let passedOver = Wording.count(unsearched.passedOver, "text")
    let what =
      unsearched.isCut
      ? "the search was cut after \(searched); the others were not looked at"
      : "\(searched) searched, \(passedOver) passed over"
    Talk.warning(
      "the expression takes too long: \(what). Write it without one repetition inside another.")
  }

  private var options: SearchOptions {
    var options = SearchOptions()
    switch sides {
    case .source: options.sides = [.source]
    case .target: options.sides = [.target]
    case .both: break
    }
    options.isExpression = regex
    options.isSubstring = substring
    options.isExact = exact
    options.keepsCase = keepsCase
    options.keepsAccents = accents
    options.memories = memory
    options.ofRejected = rejected
    options.isTimed = timing
    options.limit = limit == 0 ? nil : limit
    return options
  }
}

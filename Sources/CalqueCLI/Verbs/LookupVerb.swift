import ArgumentParser
import Calque
import CalqueModel

/// `calque lookup`: matches and terms for a segment.
///
/// `LookupRequest+Arguments.swift` repeats the option names.
struct LookupVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup",
    abstract: "Matches and terms for a segment, a file's sentences, or lines of standard input.",
    discussion: """
      Example:
        calque lookup "La France accueillera le sommet."
        calque lookup --pair en-fr --memory archive "Ministry of Economy"
        calque lookup article.fr.txt
        calque lookup --json < segments.txt

      What differs is shown in the match: [+added+] is not in your text, [-missing-] is.
      A text that begins with a dash stands after --.

      An equal text scores 100; 101 if the segment before it, the one after it or its
      key agrees with the memory's too, and 102 if two of them do. A file's sentences
      are each other's neighbours.
      """)

  // A numeric option takes the next argument, even `-5`, and reports the valid range.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The lowest score to show, 1 to 102; 70 unless calque.toml says.", valueName: "points"),
    transform: { try Bounded.score($0) })
  var minScore: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most matches to show; 5 unless calque.toml says.", valueName: "n"),
    transform: { try Bounded.number($0, in: 1...1_000_000) })
  var limit: Int?

  @OptionGroup var pair: PairOption
  @OptionGroup var memory: MemoryOption

  @Option(help: ArgumentHelp("Take terms from this glossary alone. Repeatable.", valueName: "name"))
  var glossary: [String] = []

  @Option(
    help: ArgumentHelp(
      "Take points off for a status, another region, a doubtful alignment: draft=3, region=2, "
        + "aligned=5. Repeatable.",
      valueName: "name=points"),
    transform: LookupVerb.penalty)
  var penalty: [PenaltyChoice] = []

  @Flag(help: "Show equal texts only.")
  var exact = false

  @Flag(help: "Tell what each difference costs, and why a match stands where it does.")
  var explain = false

  @Flag(help: "Look for the best score there is, where none reaches the lowest.")
  var closest = false

  @Flag(help: "Show the longest parts of the text that stand in the memory, rarest first.")
  var fragments = false

  @Flag(help: "Take the lines of standard input as one text, each with its neighbours.")
  var context = false

  @Option(help: ArgumentHelp("The segment before the text.", valueName: "text"))
  var previous: String?

  @Option(help: ArgumentHelp("The segment after the text.", valueName: "text"))
  var next: String?

  @Option(help: ArgumentHelp("The key of the text in its program or file.", valueName: "key"))
  var key: String?

  @Flag(help: "Compare with every text instead of asking the index.")
  var scan = false

  @Flag(help: "Tell how long it took.")
  var timing = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many lines to answer at once; as many as there are processors unless you say.",
      valueName: "n"),
    transform: { try Bounded.number($0, in: 1...1_024) })
  var jobs: Int?

  @Flag(help: "Show the ids of units.")
  var ids = false

  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption
  @OptionGroup var colour: ColourOption

  @Argument(
    help: ArgumentHelp(
      "The segment, whose words are joined by one space; or a file.", valueName: "text"))
  var text: [String] = []

  mutating func run() throws {
    try request.run()
  }

  /// The request in the arguments.
  var request: LookupRequest {
    var request = LookupRequest()
    request.text = text
    request.minScore = minScore
    request.limit = limit
    request.pair = pair.pair
    request.memories = memory.choices
    request.glossaries = glossary
    request.penalties = penalty
    request.isExact = exact
    request.isExplained = explain
    request.seeksClosest = closest
    request.seeksFragments = fragments
    request.isInOrder = context
    request.context = SegmentContext(previous: previous, next: next, key: key)
    request.usesScan = scan
    request.isTimed = timing
    request.jobs = jobs
    request.showsIDs = ids
    request.isJSON = json.isOn
    request.store = store.path
    request.colour = colour.choice
    return request
  }

  private static func penalty(_ text: String) throws -> PenaltyChoice {
    guard let penalty = PenaltyChoice(text) else {
      throw UsageError(
        "'\(text)' is no penalty",
        remedy: "Write NAME=POINTS, 0 to 100; the names are "
          + "\(PenaltyChoice.reasons.joined(separator: ", "))."
      )
    }
    return penalty
  }
}

import Calque
import CalqueModel
import CalqueSystem

/// A lookup requested on the command line.
struct LookupRequest: Equatable {
  var text: [String] = []
  var minScore: Int?
  var limit: Int?
  var pair: LanguagePair?
  var memories: [ResourceChoice] = []
  var glossaries: [String] = []
  var penalties: [PenaltyChoice] = []
  var isExact = false
  var isExplained = false
  var seeksClosest = false
  var seeksFragments = false
  /// Whether the lines of standard input follow each other in a text.
  var isInOrder = false
  var context = SegmentContext()
  var usesScan = false
  var isTimed = false
  var jobs: Int?
  var showsIDs = false
  var isJSON = false
  var store: String?
  var colour = ColourChoice.auto

  private static let example = #"calque lookup "La France accueillera le sommet.""#

  /// Performs the lookup and prints the answers.
  func run() throws {
    let input = try TextInput(text, example: Self.example)
    if context != SegmentContext() {
      if case .lines = input {
        throw UsageError(
          "--previous, --next and --key tell what stands around one text",
          remedy: "Lines that follow each other: --context.")
      }
      if namesDocument {
        throw UsageError(
          "--previous, --next and --key tell what stands around one text, and a file has several",
          remedy: "Its sentences are each other's neighbours without them.")
      }
    }
    let workspace = try Workspace(opening: StoreLocation.find(named: store))
    let options = try options(for: input, in: workspace)
    let page = LookupPage(
      pair: options.pair, colour: Colour(colour), showsIDs: showsIDs, showsClosest: seeksClosest)
    let form = LookupForm(page: page, isJSON: isJSON)
    switch input {
    case .text(let text) where namesDocument:
      let document = try workspace.segments(ofFile: text, language: options.pair.source)
      for warning in document.warnings { Talk.warning(warning) }
      try lines(form, options, in: workspace).answer(LookupSource(document.segments))
    case .text(let text):
      let lookup = try workspace.lookup(options)
      let answer = try lookup.answer(text, in: context)
      if let notice = lookup.notice { Talk.warning(notice) }
      try Output.standard.write(form.text(of: answer))
      if !isJSON, !isExact { try showPhrases(answer, options, in: workspace) }
      if let timing = form.timing(of: answer) { Talk.line(timing) }
      if !isJSON, let said = LookupPage.said(of: answer) { Talk.line(said) }
      if answer.isEmpty {
        if !isJSON {
          Talk.line(
            page.nothing(
              in: answer, minimum: options.minimum, isExact: options.isExact,
              hint: try hint(text, options, in: workspace)))
        }
        throw ExitStatus.nothingFound
      }
    case .lines:
      try lines(form, options, in: workspace).answer(LookupSource(linesOfText: isInOrder))
    }
  }

  private func lines(
    _ form: LookupForm, _ options: LookupOptions, in workspace: Workspace
  ) -> LookupLines {
    LookupLines(form: form, jobs: threads) { isSeparate in
      try workspace.lookup(options, isSeparate: isSeparate)
    }
  }

  /// Whether the only argument is the name of a file, with a suffix or a folder.
  ///
  /// A plain word is a text, even if a file has that name.
  private var namesDocument: Bool {
    guard text.count == 1, let name = text.first,
      name.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") })
    else { return false }
    return FileStatus(name)?.kind == .file
  }

  /// Prints what the memories say for phrases that no glossary has.
  private func showPhrases(
    _ answer: LookupAnswer, _ options: LookupOptions, in workspace: Workspace
  ) throws {
    if answer.matches.contains(where: { $0.score >= 100 }) { return }
    let rows = PhraseRows(colour: Colour(colour))
    for phrase in try workspace.phrases(in: answer.query, pair: options.pair, terms: answer.terms) {
      for line in rows.lines(of: phrase, indent: "        ") { try Output.standard.line(line) }
    }
  }

  /// A hint for a text without matches: the text names a file, the store holds other pairs, or the
  /// text is in the other language.
  private func hint(
    _ query: String, _ options: LookupOptions, in workspace: Workspace
  ) throws -> String? {
    if text.count == 1, FileStatus(query)?.kind == .file {
      let name = ShellWord.quoted(query)
      return "It names a file. Its sentences: calque lookup ./\(name); "
        + "each line: calque lookup <\(name)"
    }
    let asked = options.pair
    let held = try workspace.pairs()
    func languages(_ pair: LanguagePair) -> Set<String> {
      [pair.source.primary, pair.target.primary]
    }
    if !held.isEmpty, !held.contains(where: { languages($0) == languages(asked) }) {
      let list = held.map(\.description).joined(separator: ", ")
      return "The store holds no \(asked), but \(list)."
    }
    guard try workspace.isHeldReversed(query, options) else { return nil }
    let pair = options.pair.reversed
    return "Found in the \(pair) direction. Try: --pair \(pair)"
  }

  /// The number of lines answered at once.
  ///
  /// The default of a scan is 1, because each thread holds every text. Timing uses 1, so that times
  /// are those of one thread.
  private var threads: Int {
    if isTimed { return 1 }
    return jobs ?? (usesScan ? 1 : ProcessControl.processors)
  }

  private func options(for input: TextInput, in workspace: Workspace) throws -> LookupOptions {
    var options = LookupOptions(pair: try workspace.pair(named: pair))
    options.apply(workspace.configuration)
    options.minimum = minScore ?? workspace.configuration.minScore ?? options.minimum
    options.limit = limit ?? workspace.configuration.limit ?? options.limit
    _ = try workspace.takingPart(
      .memory, in: options.pair, chosen: memories.isEmpty ? nil : memories)
    if !memories.isEmpty { options.memories = memories.penalties }
    options.glossaries = glossaries
    options.add(penalties)
    options.isExact = isExact
    options.isExplained = isExplained
    options.seeksFragments = seeksFragments
    options.usesScan = usesScan
    options.isTimed = isTimed
    if case .text = input, !isJSON { options.seeksClosest = true }
    if seeksClosest { options.seeksClosest = true }
    return options
  }
}

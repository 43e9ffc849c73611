import ArgumentParser
import Calque
import CalqueModel
import CalqueSystem

/// `calque extract`: the terms of a memory, or of a document and its translation, that a glossary may
/// want.
struct ExtractVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "The terms of the memories or of two files, with the translations that they show.",
    discussion: """
      Example:
        calque extract --new-only --limit 200 > candidates.fr-en.tsv
        calque import candidates.fr-en.tsv --as glossary --into my-terms
        calque extract story.fr.txt story.en.txt

      The sheet is a glossary file. Change 'candidate' in its column status to 'preferred' where you
      accept a row; import passes over the rows that are still candidates. The words of the memories
      are linked first, which takes some minutes for 100,000 units, once.

      Two files are a document and its translation: their sentences are aligned, and nothing is \
      stored. No store is needed; where there is one, the links of its words teach.
      """)

  @Argument(help: ArgumentHelp("A document and its translation.", valueName: "file"))
  var files: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The fewest units that hold a term; 3 unless told, 2 of two files.", valueName: "n"),
    transform: { try Bounded.number($0, in: 1...1_000_000) })
  var minCount: Int?

  @Flag(help: "Leave out what a glossary has.")
  var newOnly = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The most terms; 0 for all, 1000 unless told; all with --json.", valueName: "n"),
    transform: { try Bounded.number($0, in: 0...Int.max) })
  var limit: Int?

  @OptionGroup var pair: PairOption

  @Option(help: ArgumentHelp("Read this memory alone. Repeatable.", valueName: "name"))
  var memory: [String] = []

  @Option(
    name: .customShort("o"),
    help: ArgumentHelp("The file to write; standard output unless told.", valueName: "path"))
  var output: String?

  @OptionGroup var encoding: EncodingOption
  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption

  func validate() throws {
    guard files.isEmpty || files.count == 2 else {
      throw ValidationError("a document and its translation are two files: name both, or none")
    }
    if !files.isEmpty, !memory.isEmpty {
      throw ValidationError("two files have no memory: leave out --memory, or the files")
    }
    let others = ["csv", "docx", "ods", "odt", "xls", "xlsx"]
    if let output, others.contains(Paths.suffix(of: output)) {
      throw ValidationError(
        "the sheet is tab-separated text, which a spreadsheet opens: name it .tsv, not \(output)")
    }
    if files.isEmpty, encoding.name != nil {
      throw ValidationError("--encoding is for files: name a document and its translation")
    }
  }

  mutating func run() throws {
    try checkSheet()
    let (pair, terms) = try files.isEmpty ? termsOfMemories() : termsOfFiles()
    if json.isOn {
      for term in terms { try Output.standard.line(term.json) }
    } else if !terms.isEmpty {
      let heading = ExtractedTerm.heading(pair, hasExamples: !files.isEmpty)
      try write([heading] + terms.compactMap(\.row))
    }
    guard !terms.isEmpty else {
      let least = options.minCount
      let place = Wording.count(least, files.isEmpty ? "unit" : "sentence")
      if !json.isOn { Talk.line("No phrase stands in \(place).") }
      throw ExitStatus.nothingFound
    }
  }

  /// Refuses to write over a sheet in which somebody has worked, before the terms are looked for.
  ///
  /// A sheet of candidates alone is written anew, as other verbs write their files.
  private func checkSheet() throws {
    guard let output, !json.isOn, FileStatus(output)?.kind == .file else { return }
    let decisions = try ExtractedTerm.decisions(in: output)
    guard decisions > 0 else { return }
    let rows = Wording.count(decisions, "row")
    let sheet = ShellWord.quoted(output)
    throw UsageError(
      "\(output) holds your decisions on \(rows), and would be written over",
      remedy: "Import it (calque import \(sheet)) and name another file: -o FILE")
  }

  private func termsOfMemories() throws -> (LanguagePair, [ExtractedTerm]) {
    let workspace = try store.open()
    let pair = try workspace.pair(named: pair.pair)
    let progress = Progress("words", total: 1_000)
    defer { progress.finish() }
    let terms = try workspace.extract(pair: pair, options: options) {
      progress.advance(to: Int($0 * 1_000))
    }
    return (pair, terms)
  }

  private func termsOfFiles() throws -> (LanguagePair, [ExtractedTerm]) {
    let (pair, files) = try pair.languages(
      of: DocumentPair(source: files[0], target: files[1]))
    let workspace = newOnly ? try store.open() : try store.openIfThere()
    var aligner = DocumentAligner(pair: pair)
    aligner.encoding = encoding.name
    let document = try aligner.align(files)
    for warning in document.warnings { Talk.warning(warning) }
    if let workspace, try !json.isOn && !workspace.hasLinkedWords(pair: pair) {
      Talk.line("Linked words of a memory find more of the translations: calque align --words")
    }
    let terms =
      try workspace?.extract(from: document, options: options) ?? document.terms(options: options)
    return (pair, terms)
  }

  private var options: ExtractOptions {
    var options = ExtractOptions()
    options.minCount = minCount ?? (files.isEmpty ? 3 : 2)
    options.isNewOnly = newOnly
    options.memories = memory
    let usual = json.isOn ? 0 : 1_000
    options.limit = (limit ?? usual) == 0 ? nil : limit ?? usual
    return options
  }

  private func write(_ lines: [String]) throws {
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    switch try DataOutput(output) {
    case .stream(let stream): try stream.dataSink()(bytes)
    case .file(let path):
      let file = try AtomicFile(path)
      try file.write(bytes)
      try file.commit()
    }
  }
}

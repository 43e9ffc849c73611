import ArgumentParser
import Calque
import CalqueModel
import CalqueSystem

/// `calque extract`: the terms of a memory that a glossary may want.
struct ExtractVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "The terms of the memories, with the translations that they show.",
    discussion: """
      Example:
        calque extract --new-only --limit 200 > candidates.fr-en.tsv
        calque import candidates.fr-en.tsv --as glossary --into my-terms

      The sheet is a glossary file. Change 'candidate' in its column status to 'preferred' where you
      accept a row; import passes over the rows that are still candidates. The words of the memories
      are linked first, which takes some minutes for 100,000 units, once.
      """)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The fewest units that hold a term; 3 unless told.", valueName: "n"),
    transform: { try Bounded.number($0, in: 1...1_000_000) })
  var minCount: Int = 3

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

  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption

  mutating func run() throws {
    let workspace = try store.open()
    let pair = try workspace.pair(named: pair.pair)
    var options = ExtractOptions()
    options.minCount = minCount
    options.isNewOnly = newOnly
    options.memories = memory
    let usual = json.isOn ? 0 : 1_000
    options.limit = (limit ?? usual) == 0 ? nil : limit ?? usual
    let progress = Progress("words", total: 1_000)
    defer { progress.finish() }
    let terms = try workspace.extract(pair: pair, options: options) {
      progress.advance(to: Int($0 * 1_000))
    }
    progress.finish()
    if json.isOn {
      for term in terms { try Output.standard.line(term.json) }
    } else if !terms.isEmpty {
      try write([ExtractedTerm.heading(pair)] + terms.compactMap(\.row))
    }
    guard !terms.isEmpty else {
      if !json.isOn { Talk.line("No phrase stands in \(Wording.count(minCount, "unit")).") }
      throw ExitStatus.nothingFound
    }
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

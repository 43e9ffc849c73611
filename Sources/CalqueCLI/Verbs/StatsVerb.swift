import ArgumentParser
import Calque
import CalqueModel

/// `calque stats`: the content of a store.
struct StatsVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "What the store holds: memories, glossaries, and how much of each.",
    discussion: """
      Example:
        calque stats
        calque stats --json --store news.db

      Memories and glossaries are listed in the order in which they answer: first those that \
      calque.toml names, then your own, the newest first, then those that came with calque.
      """)

  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption

  mutating func run() throws {
    let stats = try store.open().stats()
    if json.isOn { return try Output.standard.line(stats.json) }
    for line in StatsPage.lines(of: stats) { try Output.standard.line(line) }
  }
}

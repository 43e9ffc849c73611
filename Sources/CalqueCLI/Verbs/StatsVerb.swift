import ArgumentParser
import Calque
import CalqueModel

/// `calque stats`: what a store holds.
struct StatsVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "What the store holds: memories, glossaries, and how much of each.",
    discussion: """
      Example:
        calque stats
        calque stats --json --store news.db
      """)

  @OptionGroup var json: JSONFlag
  @OptionGroup var store: StoreOption

  mutating func run() throws {
    let stats = try store.open().stats()
    if json.isOn { return try Output.standard.line(stats.json) }
    for line in StatsPage.lines(of: stats) { try Output.standard.line(line) }
  }
}

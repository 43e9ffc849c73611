import ArgumentParser
import Calque
import CalqueModel

/// `--encoding`, and what the user knows of a table: `--columns`, `--header-row`, `--no-split`.
struct TableOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The file's encoding, where it does not say it itself.", valueName: "name"))
  var encoding: String?

  @Option(
    name: .customLong("columns"),
    help: ArgumentHelp(
      "The columns of a table, e.g. fr=2,en=3,note=5 or fr=B,en=C.", valueName: "list"),
    transform: TableOptions.parse)
  var chosenColumns: [ColumnChoice]?

  /// The columns whose content the user stated.
  var columns: [ColumnChoice] { chosenColumns ?? [] }

  @Option(
    help: ArgumentHelp("The row of a table's header; 0 if there is none.", valueName: "number"),
    transform: { try Bounded.number($0, in: 0...1_000) })
  var headerRow: Int?

  @Flag(help: "Take each cell of a table for one term, with all its marks.")
  var noSplit = false

  private static func parse(_ text: String) throws -> [ColumnChoice] {
    try text.split(separator: ",").map { item in
      guard let choice = ColumnChoice(String(item)) else {
        throw UsageError(
          "'\(item)' is not a column",
          remedy: "Write a language or a content and a number, e.g. fr=2,en=3,note=5")
      }
      return choice
    }
  }
}

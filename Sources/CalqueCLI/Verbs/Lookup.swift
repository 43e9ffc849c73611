import ArgumentParser
import CalqueModel

/// `calque lookup`: matches and terms for a segment.
struct Lookup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup",
    abstract: "Matches and terms for a segment, or for each line of standard input.",
    discussion: """
      Example:
        calque lookup "La France accueillera le sommet."
        calque lookup --json < segments.txt
      """)

  @OptionGroup var store: StoreOption
  @OptionGroup var pair: PairOption
  @OptionGroup var json: JSONFlag
  @OptionGroup var colour: ColourOption

  @Argument(help: ArgumentHelp("The segment; several are joined by one space.", valueName: "text"))
  var text: [String] = []

  private static let example = #"calque lookup "La France accueillera le sommet.""#

  mutating func run() throws {
    switch try TextInput(text, example: Self.example) {
    case .text: throw ExitStatus.nothingFound
    case .lines:
      var lines = LineReader()
      while try lines.next() != nil {}
      throw ExitStatus.nothingFound
    }
  }
}

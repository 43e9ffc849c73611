import ArgumentParser
import Calque

/// `calque formats`: the formats that Calque reads and writes, and the losses of each.
struct FormatsVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "What is read and written, and what each format loses.",
    discussion: """
      Example:
        calque formats
        calque formats --json

      A file is known by its content; its name never decides alone.
      """)

  @OptionGroup var json: JSONFlag

  mutating func run() throws {
    if json.isOn {
      for format in FormatRegistry.all { try Output.standard.line(format.json) }
      return
    }
    for line in FormatsPage.lines(of: FormatRegistry.all) { try Output.standard.line(line) }
  }
}

import ArgumentParser
import Calque

/// The root of the commands: `calque`.
struct CalqueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calque",
    abstract: "A translation memory and glossary for people who translate coverage.",
    discussion: """
      Example:
        calque init --pair fr-en --with-glossaries
        calque lookup "La France accueillera le sommet."

      Exit codes: 0 found or done, 1 nothing found, 2 usage, bad input or output that could not \
      be written, 3 the store cannot be used.
      """,
    version: CalqueVersion.current,
    subcommands: Verbs.all)
}

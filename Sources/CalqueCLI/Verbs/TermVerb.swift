import ArgumentParser
import Calque
import CalqueModel

/// `calque term`: the terms of a glossary, one by one.
struct TermVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "term",
    abstract: "Add, list, show, change and remove the terms of a glossary.",
    discussion: """
      Example:
        calque term add Bercy "Ministry of Economy"
        calque term list Bercy
        calque term edit 12 --note "Spell it out at first mention."
        calque term rm Bercy
      """,
    subcommands: [
      TermAddVerb.self, TermListVerb.self, TermShowVerb.self, TermEditVerb.self,
      TermRemoveVerb.self,
    ])
}

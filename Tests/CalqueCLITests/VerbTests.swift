import ArgumentParser
import Testing

@testable import CalqueCLI

@Suite("Every verb")
struct VerbTests {
  private static let commands = Verbs.all.flatMap { [$0] + $0.configuration.subcommands }

  @Test("has its name written out: the default one is dear", arguments: commands.indices)
  func explicitName(place: Int) {
    #expect(Self.commands[place].configuration.commandName != nil)
  }

  @Test("shows an example in its help", arguments: commands.indices)
  func example(place: Int) {
    let command = Self.commands[place]
    #expect(command.helpMessage().contains("Example:\n  calque "), "\(command)")
  }

  @Test("has one line that says what it does, with a full stop", arguments: commands.indices)
  func abstract(place: Int) {
    #expect(Self.commands[place].configuration.abstract.hasSuffix("."))
  }
}

import ArgumentParser
import Calque

@main
struct CalqueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calque",
    abstract: "A translation memory and glossary for people who translate coverage.",
    version: Calque.version)
}

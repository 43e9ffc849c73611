import Foundation
import Testing

/// Every verb that takes `-`, with a standard input that is not a file read from its beginning.
@Suite("Standard input")
struct StandardInputTests {
  /// A verb, what it reads, and a part of what it then answers.
  struct Reader: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let input: String
    let answer: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let readers = [
    Reader(
      arguments: ["suggest", "--json", "--only", "terms", "-"], input: "Le sommet.\n",
      answer: "\"surface\":\"sommet\",\"start\":3,\"end\":9,\"line\":1,"),
    Reader(
      arguments: ["lookup", "--json", "-"], input: "sommet\n", answer: "{\"query\":\"sommet\","),
    Reader(
      arguments: ["search", "--json", "-"], input: "sommet\n", answer: "{\"query\":\"sommet\","),
    Reader(
      arguments: ["align", "--pair", "fr-en", "--format", "tsv", "-", "story.en.txt"],
      input: "Le sommet est fini.\n", answer: "Le sommet est fini.\tThe summit is over.\t"),
    Reader(
      arguments: ["import", "--json", "--as", "memory", "--into", "m", "-"],
      input: "fr\ten\nLe sommet est fini.\tThe summit is over.\n", answer: "\"stored\":1,"),
    Reader(
      arguments: ["convert", "--format", "jsonl", "-"],
      input: "fr\ten\nLe sommet est fini.\tThe summit is over.\n", answer: "Le sommet est fini."),
  ]

  private static func prepared() throws -> Command {
    let command = try Command()
    try command.folder.write("The summit is over.\n", to: "story.en.txt")
    _ = try command.shell("calque init --pair fr-en && calque term add sommet summit")
    return command
  }

  private func expect(_ result: Command.Result, _ reader: Reader) {
    #expect(result.status != 2, "\(result.errors)")
    #expect(result.output.contains(reader.answer), "\(result.output) \(result.errors)")
    #expect(!result.output.contains("HEAD"))
  }

  @Test("is read from where it is when others have read of it", arguments: readers)
  func halfRead(reader: Reader) throws {
    let command = try Self.prepared()
    try command.folder.write("HEAD\n" + reader.input, to: "input")
    let file = try FileHandle(forReadingFrom: command.folder.file("input"))
    try file.seek(toOffset: 5)
    expect(try command(reader.arguments, from: file), reader)
  }

  @Test("can be a pipe with a name", arguments: readers)
  func namedPipe(reader: Reader) throws {
    let command = try Self.prepared()
    try command.folder.write(reader.input, to: "input")
    let words = reader.arguments.map { "'\($0)'" }.joined(separator: " ")
    expect(
      try command.shell("mkfifo pipe; cat input >pipe & exec calque \(words) <pipe"), reader)
  }

  @Test("can be a socket", arguments: readers)
  func socket(reader: Reader) throws {
    let command = try Self.prepared()
    var ends: [Int32] = [0, 0]
    try #require(unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
    let here = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
    let there = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
    try here.write(contentsOf: Data(reader.input.utf8))
    shutdown(ends[0], Int32(SHUT_WR))
    expect(try command(reader.arguments, from: there), reader)
  }
}

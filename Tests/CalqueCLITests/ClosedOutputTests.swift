import Foundation
import Testing

/// What is left of an answer that nobody reads: the errors, the exit code, the work.
@Suite("Standard output without a reader")
struct ClosedOutputTests {
  private static func prepared() throws -> Command {
    let command = try Command()
    try command.folder.write("Le sommet est fini.\tThe summit is over.\n", to: "ok.fr-en.tsv")
    try FileManager.default.createDirectory(
      at: command.folder.file("docs"), withIntermediateDirectories: false)
    try command.folder.write("Un.\n", to: "docs/a.fr.txt")
    try command.folder.write("\u{FEFF}", to: "docs/a.en.txt")
    _ = try command.shell("calque init --pair fr-en && calque add Bonjour. Hello.")
    return command
  }

  /// Runs `calque` with a standard output whose reader is gone.
  private static func unread(
    _ command: Command, _ arguments: [String], input: FileHandle = .nullDevice
  ) throws -> Command.Result {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    return try command(arguments, from: input, to: pipe.fileHandleForWriting)
  }

  @Test(
    "does not hide an error, nor its exit code",
    arguments: [
      (["import", "--as", "memory", "ok.fr-en.tsv", "missing.tmx"], 2, "missing.tmx"),
      (["import", "missing.tmx"], 2, "missing.tmx"),
      (["export", "--from", "none", "--format", "tsv"], 2, "none"),
      (["convert", "missing.tmx", "--format", "tsv"], 2, "missing.tmx"),
      (["suggest", "missing.txt"], 2, "missing.txt"),
      (["align", "missing.fr.txt", "missing.en.txt"], 2, "missing.fr.txt"),
      (["align", "--dir", "docs"], 2, "docs/a.en.txt"),
      (["rm", "99", "--yes"], 2, "99"),
      (["edit", "99", "--source", "x"], 2, "99"),
      (["term", "rm", "none", "x", "--yes"], 2, "none"),
      (["lookup", "--nope"], 2, "--nope"),
      (["stats", "--store", "none.db"], 3, "none.db"),
      (["lookup", "--json", "zzzz"], 1, ""),
      (["search", "--json", "zzzz"], 1, ""),
      (["--help"], 0, ""),
    ] as [([String], Int32, String)])
  func tells(arguments: [String], status: Int32, error: String) throws {
    let command = try Self.prepared()
    let result = try Self.unread(command, arguments)
    #expect(result.status == status, "\(result.errors)")
    #expect(error.isEmpty ? result.errors.isEmpty : result.errors.contains(error))
    #expect(!result.errors.contains("could not be written"))
  }

  @Test("does not stop a change", arguments: [false, true])
  func goesOn(asJSON: Bool) throws {
    let command = try Self.prepared()
    for number in 0..<3 {
      try command.folder.write(
        "Phrase \(number).\tSentence \(number).\n", to: "\(number).fr-en.tsv")
    }
    let form = asJSON ? ["--json"] : []
    let files = (0..<3).map { "\($0).fr-en.tsv" }
    let result = try Self.unread(
      command, ["import", "--as", "memory", "--into", "m"] + form + files)
    #expect(result.status == 0, "\(result.errors)")
    for number in 0..<3 {
      #expect(try command("lookup", "--exact", "Phrase \(number).").status == 0)
    }
  }

  @Test(
    "says what was stored all the same, where the output cannot be written",
    arguments: [
      ("add Un. One.", "the unit is stored"), ("term add un one", "the term is stored"),
      ("edit 1 --target Hi.", "the change is stored"), ("rm 1 --yes", "the removal is stored"),
      ("import --as memory ok.fr-en.tsv", "ok.fr-en.tsv is stored in 'ok'"),
      ("add Bonjour. Hello.", "No space left on device\n"),
    ])
  func stored(call: String, message: String) throws {
    let command = try Self.prepared()
    let result = try command.shell("calque \(call) >/dev/full")
    #expect(result.status == 2)
    #expect(result.errors.contains("could not be written"))
    #expect(result.errors.contains(message), "\(result.errors)")
    let closed = try Self.prepared().shell("calque \(call) >&-")
    #expect(closed.errors.contains("could not be written"), "\(closed.errors)")
  }

  @Test("does not hide that a line could not be read", arguments: ["lookup", "search"])
  func refusedLine(verb: String) throws {
    let command = try Self.prepared()
    var input = Data([0xFF, 0x0A])
    for _ in 0..<3_000 { input += Data("Bonjour.\n".utf8) }
    try input.write(to: command.folder.file("input"))
    let result = try Self.unread(
      command, [verb, "--json", "-"],
      input: FileHandle(forReadingFrom: command.folder.file("input")))
    #expect(result.status == 2)
    #expect(result.errors.contains("-:1: not UTF-8"))
  }
}

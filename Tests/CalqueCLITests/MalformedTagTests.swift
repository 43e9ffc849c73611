import Foundation
import Testing

@Suite("A language tag that is none")
struct MalformedTagTests {
  static let tags = [
    "../evil", "../../evil", "/tmp/evil", "..", ".", "a/../../b", "fr/..", "french", "français",
    "f r", "FR_", "-", "-en", "_", "x", "\u{202E}rf", "😀", "fr&#10;en",
    String(repeating: "a", count: 300), String(repeating: "../", count: 100) + "evil",
    "fr-" + String(repeating: "x", count: 300),
  ]

  @Test("names no file outside of the index's folder, and every verb goes on", arguments: tags)
  func everyVerb(tag: String) throws {
    let command = try Command()
    try FileManager.default.createDirectory(
      at: command.folder.file("a/b/keep"), withIntermediateDirectories: true)
    try command.folder.write(
      """
      <tmx version="1.4"><body>
      <tu><tuv xml:lang="\(tag)"><seg>Bonjour à tous.</seg></tuv>
      <tuv xml:lang="en"><seg>Hello everyone.</seg></tuv></tu>
      <tu><tuv xml:lang="en"><seg>Good night.</seg></tuv>
      <tuv xml:lang="\(tag)"><seg>Bonne nuit.</seg></tuv></tu>
      </body></tmx>

      """, to: "tags.tmx")
    let store = ["--store", "a/b/calque.db"]
    #expect(try calque(command, ["init"], store).status == 0)
    let before = files(command)
    for arguments in [
      ["import", "--into", "m", "tags.tmx"], ["edit", "1", "--status", "approved"],
      ["edit", "2", "--target", "Night."], ["lookup", "--pair", "en-fr", "Hello everyone."],
      ["lookup", "--pair", "en-fr", "--scan", "Hello everyone."],
      ["search", "--pair", "en-fr", "Hello"], ["stats"], ["stats", "--json"],
      ["export", "--from", "m", "--format", "tmx"], ["export", "--from", "m", "--format", "tsv"],
      ["export", "--from", "m", "--pair", "en-fr", "--format", "tmx"],
      ["import", "--as", "glossary", "--into", "g", "tags.tmx"], ["term", "list"],
      ["import", "--into", "m", "tags.tmx"], ["rm", "1"], ["rm", "--memory", "m", "--yes"],
    ] {
      let result = try calque(command, arguments, store)
      #expect((0...2).contains(result.status), "\(arguments): \(result.status) \(result.errors)")
    }
    let strange = files(command).subtracting(before).filter { !$0.hasPrefix("a/b/calque.db") }
    #expect(strange.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: "/tmp/evil.index"))
  }

  @Test("is kept as written: what was imported is exported again, and known when it comes back")
  func kept() throws {
    let command = try Command()
    _ = try command("init")
    for tag in ["../evil", "français", "f r"] {
      try command.folder.write(
        """
        <tmx version="1.4"><body><tu><tuv xml:lang="\(tag)"><seg>Bonjour.</seg></tuv>
        <tuv xml:lang="en"><seg>Hello.</seg></tuv></tu></body></tmx>

        """, to: "tags.tmx")
      let read = try command("import", "--into", "m", "tags.tmx")
      #expect(read.status == 0)
      #expect(
        read.errors.contains("tags.tmx:1:26: '\(tag)' is no language tag; it is kept as it is"))
      let written = try command("export", "--from", "m", "--format", "tmx", "-o", "back.tmx")
      #expect(written.status == 0)
      let text = try String(contentsOf: command.folder.file("back.tmx"), encoding: .utf8)
      #expect(text.contains("<tuv xml:lang=\"\(tag)\">"))
      #expect(try command("import", "--into", "m", "back.tmx").output.contains("known"))
      #expect(try command("rm", "--memory", "m", "--yes").status == 0)
    }
  }

  @Test(
    "is refused where a person says it", arguments: ["../evil-en", "..-en", "fr:../en", "/-en", ""])
  func options(pair: String) throws {
    let command = try Command()
    for arguments in [
      ["init", "--pair=\(pair)"], ["add", "--pair=\(pair)", "un", "one"],
      ["term", "add", "--pair=\(pair)", "un", "one"], ["lookup", "--pair=\(pair)", "un"],
    ] {
      let result = try calque(command, arguments, [])
      #expect([2, 3].contains(result.status), "\(arguments): \(result.status) \(result.output)")
    }
    #expect(files(command).allSatisfy { $0.hasPrefix("calque.") || $0.hasPrefix("data") })
  }

  private func calque(
    _ command: Command, _ arguments: [String], _ store: [String]
  ) throws -> Command.Result {
    let line = (["calque"] + arguments + store)
      .map { "'" + $0.replacingOccurrences(of: "'", with: "'\\''") + "'" }
    return try command.shell(line.joined(separator: " "))
  }

  /// Every file under the command's folder, by its path from there.
  private func files(_ command: Command) -> Set<String> {
    let paths = FileManager.default.enumerator(atPath: command.folder.url.path)
    return Set((paths?.allObjects as? [String] ?? []).filter { !$0.hasSuffix("-wal") })
  }
}

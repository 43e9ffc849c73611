import Testing

/// Text from files, stores and the command line that a terminal would obey.
@Suite("On a terminal")
struct TerminalOutputTests {
  /// Sets the window's title, rings, clears the line by a C1 control, and turns the text round.
  private static let hostile = "Un \\033]0;owned\\007 \\302\\233K \\342\\200\\256essai sommet."

  @Test(
    "no verb sends a control character that came from outside",
    arguments: [
      "lookup --min-score 30 Un essai sommet.", "lookup --json --min-score 30 Un essai sommet.",
      "lookup --min-score 30 \"$HOSTILE\"", "lookup --min-score 30 --explain Un essai sommet.",
      "search sommet", "search --json sommet", "search \"$HOSTILE\"",
      "suggest a.fr.txt", "suggest --json a.fr.txt", "suggest --brief a.fr.txt",
      "align a.fr.txt a.en.txt", "align --presegmented --pair fr-en a.fr.txt a.en.txt",
      "align --format tmx --pair fr-en a.fr.txt a.en.txt",
      "align --format jsonl --pair fr-en a.fr.txt a.en.txt", "align --dir .",
      "import --as memory --into n a.fr-en.tsv", "import \"$HOSTILE\"",
      "import --as memory bad.tsv",
      "export --from m --format tsv", "export --from m --format tmx",
      "export --from m --format jsonl", "convert --format tsv a.fr-en.tsv",
      "convert --format tmx a.fr-en.tsv", "term list", "term list --json", "stats", "stats --json",
      "add \"$HOSTILE\" x", "term add \"$HOSTILE\" x", "rm --memory \"$HOSTILE\"", "rm 1 --yes",
      "edit \"$HOSTILE\" --source x", "\"$HOSTILE\"", "init --store \"$HOSTILE/x\"",
    ])
  func harmless(call: String) throws {
    let command = try Command()
    let made = try command.shell(
      """
      calque init --pair fr-en
      printf '\(Self.hostile)\\n' >a.fr.txt; printf 'A \(Self.hostile)\\n' >a.en.txt
      printf 'fr\\ten\\n\(Self.hostile)\\tA \(Self.hostile)\\n' >a.fr-en.tsv
      printf '\(Self.hostile)\\n' >bad.tsv
      calque align --pair fr-en --into m a.fr.txt a.en.txt
      calque term add 'sommet' "$(printf 'a\\302\\233K \\342\\200\\256b')"
      """)
    #expect(made.status == 0, "\(made.errors)")
    let result = try command.onTerminal(
      "HOSTILE=\"$(printf '\(Self.hostile)')\"; calque \(call)", environment: ["NO_COLOR": "1"])
    let found = result.output.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x09, 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    // Progress clears its own line.
    let allowed = "\r\u{1B}"
    let foreign = found.filter { !allowed.unicodeScalars.contains($0) }
    #expect(foreign.isEmpty, "\(result.output.debugDescription)")
    #expect(!result.output.contains("\u{1B}]"))
  }

  @Test("a page's own styles pass, and those of a text do not")
  func styles() throws {
    let command = try Command()
    _ = try command.shell(
      "printf 'fr\\ten\\nun \\033[31msommet\\ta summit\\n' >a.tsv; calque init --pair fr-en;"
        + " calque align --pair fr-en --into m a.tsv a.tsv")
    let result = try command.onTerminal("calque search sommet")
    #expect(!result.output.contains("\u{1B}[31msommet"))
    #expect(result.output.contains("sommet"))
  }
}

import CalqueModel
import Testing

/// Commands that messages propose, pasted into a shell.
@Suite("A proposed command")
struct QuotingTests {
  private static let texts = [
    "Non!Jamais", "l'été", "Le \"plan\" de $HOME et `id`", "a\\b", "--help", "-x 'y'", "deux  mots",
    "", "sommet", "été", "*", "~", "#un", "a;b|c&d", "(x)", "ligne\nsuivante", "\u{A0}", "{a,b}",
    "!!",
  ]

  @Test("gives the very text back in a shell", arguments: texts)
  func roundTrip(text: String) throws {
    let result = try Command().shell("printf '%s|' \(ShellWord.quoted(text))")
    #expect(result.output == text + "|")
  }

  @Test("leaves nothing bare that an interactive shell expands", arguments: texts)
  func bare(text: String) {
    let outside = ShellWord.quoted(text).split(
      separator: "'", omittingEmptySubsequences: false
    ).enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
    #expect(!outside.contains { "!$`\"*~#;&|(){}".contains($0) })
  }

  @Test("is what a lookup that finds nothing proposes", arguments: ["Non!Jamais", "-x 'y'"])
  func lookup(text: String) throws {
    let command = try Command()
    _ = try command.shell("calque init --pair fr-en && calque add un one")
    let said = try command("lookup", "--", text).errors
    #expect(said.contains("Try: calque search \(ShellWord.argument(text))"), "\(said)")
  }

  @Test("names a file by one word where a table is broken")
  func file() throws {
    let command = try Command()
    try command.folder.write("fr\ten\nun\tone\n\u{1}\tx\n", to: "l'essai!.tsv")
    _ = try command("init", "--pair", "fr-en")
    let said = try command("import", "--as", "memory", "l'essai!.tsv").errors
    #expect(said.contains(#"calque import --keep-going 'l'\''essai!.tsv'"#), "\(said)")
  }
}

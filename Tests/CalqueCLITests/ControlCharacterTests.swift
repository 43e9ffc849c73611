import Testing

/// Texts that no exported file could hold, at every verb that stores a text from the command line.
@Suite("A control character")
struct ControlCharacterTests {
  @Test(
    "is refused where it comes in, with its place",
    arguments: [
      "add \"$(printf 'un\\001')\" one", "add un \"$(printf 'o\\033ne')\"",
      "edit 1 --source \"$(printf 'un\\001')\"",
      "edit 1 --target \"$(printf 'on\\357\\277\\277e')\"",
      "term add \"$(printf 'porte\\036parole')\" x", "term add x \"$(printf 'y\\013')\"",
      "term add x y --note \"$(printf 'n\\001')\"", "term add x y --domain \"$(printf 'd\\001')\"",
    ])
  func refused(call: String) throws {
    let command = try Command()
    _ = try command.shell("calque init --pair fr-en && calque add deux two")
    let before = try command("stats", "--json").output
    let result = try command.shell("calque \(call)")
    #expect(result.status == 2)
    #expect(result.errors.contains("holds the control character U+"), "\(result.errors)")
    #expect(try command("stats", "--json").output == before)
  }

  @Test(
    "that files can hold is stored", arguments: ["\\t", "\\n", "\\302\\205", "\\357\\277\\275"])
  func stored(character: String) throws {
    let command = try Command()
    let result = try command.shell(
      """
      calque init --pair fr-en; calque add "$(printf 'un\(character)deux')" "one two" || exit 9
      calque export --from my-memory --format csv -o m.csv && calque import --json --into n m.csv
      """)
    #expect(result.status == 0, "\(result.errors)")
  }
}

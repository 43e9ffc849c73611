import Testing

@Suite("Lines that end in CR and LF")
struct CarriageReturnTests {
  private func command() throws -> Command {
    let command = try Command()
    _ = try command.shell(
      "calque init --pair fr-en; calque add sommet summit; calque term add sommet summit")
    try command.folder.write("sommet\r\nles sommets\r\nzzz\r\n", to: "windows.txt")
    try command.folder.write("sommet\nles sommets\nzzz\n", to: "unix.txt")
    return command
  }

  @Test(
    "are answered on a page as those that end in LF",
    arguments: ["lookup", "lookup --min-score 40", "search", "search --regex", "search --accents"])
  func page(verb: String) throws {
    let command = try command()
    let windows = try command.shell("calque \(verb) - <windows.txt")
    let unix = try command.shell("calque \(verb) - <unix.txt")
    #expect(windows.output == unix.output)
    #expect(windows.errors == unix.errors)
    #expect(windows.status == 0)
  }

  @Test(
    "keep their CR in JSON, where places are counted in the query", arguments: ["lookup", "search"])
  func json(verb: String) throws {
    let command = try command()
    let windows = try command.shell("calque \(verb) --json - <windows.txt").output
    let unix = try command.shell("calque \(verb) --json - <unix.txt").output
    #expect(windows.contains(#"{"query":"sommet\r","#))
    #expect(windows.contains(#""end":6"#))
    #expect(windows.replacing(#"\r","#, with: #"","#) == unix)
  }
}

import Testing

@Suite("The removal of memories and glossaries")
struct RemoveTests {
  private func command() throws -> Command {
    let command = try Command()
    _ = try command.shell(
      """
      calque init --pair fr-en; calque add --into a sommet summit; calque add --into a Londres London
      calque add --into b Paris Paris; calque add --into c oui yes
      calque term add --into x sommet summit; calque term add --into y Bercy Bercy
      """)
    return command
  }

  @Test("takes each that is named, once")
  func several() throws {
    let command = try command()
    let result = try command("rm", "--memory", "a", "--memory", "b", "--memory", "a", "--yes")
    #expect(result.status == 0)
    #expect(
      result.output == """
        Removed the memory 'a' with 2 units
        Removed the memory 'b' with 1 unit

        """)
    #expect(try command("lookup", "Londres").status == 1)
    #expect(try command("lookup", "oui").status == 0)
    let glossaries = try command("rm", "--glossary", "x", "--glossary", "y", "--yes", "--json")
    #expect(glossaries.output == "{\"removed\":2}\n")
  }

  @Test(
    "names all of them in its question", arguments: [("y\n", 0), ("n\n", 2)] as [(String, Int32)])
  func question(answer: String, status: Int32) throws {
    let command = try command()
    let result = try command.onTerminal("calque rm --memory a --memory b", typing: answer)
    #expect(result.status == status)
    #expect(
      result.output.contains(
        "Remove the memory 'a' with 2 units and the memory 'b' with 1 unit? [y/N] "))
    #expect(try command("lookup", "Londres").status == (status == 0 ? 1 : 0))
  }

  @Test("takes none, and asks nothing, where one is not there", arguments: ["--yes", ""])
  func missing(yes: String) throws {
    let command = try command()
    let result = try command.onTerminal("calque rm --memory a --memory none \(yes)")
    #expect(result.status == 2)
    #expect(result.output == "error: no memory 'none'; the store holds: a, b, c\n")
    #expect(try command("lookup", "Londres").status == 0)
  }
}

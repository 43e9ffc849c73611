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
    #expect(glossaries.output == "{\"removed\":2,\"glossaries\":[\"x\",\"y\"]}\n")
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

@Suite("The removal from a glossary that came with calque")
struct ShippedRemovalTests {
  private func command() throws -> Command {
    let command = try Command()
    let made = try command.shell(
      """
      mkdir shipped; printf '#fr\\ten\\nBercy\\tMinistry of Economy\\n' >shipped/government.fr-en.tsv
      export CALQUE_GLOSSARIES="$PWD/shipped"
      calque init --pair fr-en --with-glossaries; calque term add sommet summit
      calque add --into news oui yes; calque add --into old non no
      """)
    #expect(made.status == 0, "\(made.errors)")
    return command
  }

  @Test("is refused where nobody can be asked, and says what to do")
  func refused() throws {
    let command = try command()
    for script in ["calque term rm Bercy", "calque rm --glossary government"] {
      let result = try command.shell(script + " </dev/null")
      #expect(result.status == 2)
      #expect(result.errors.contains("shipped glossary 'government'"))
      #expect(result.errors.contains("--yes"))
    }
    #expect(try command("lookup", "Bercy").status == 0)
  }

  @Test("is said, also where --yes has consented")
  func said() throws {
    let command = try command()
    #expect(
      try command("term", "rm", "--yes", "Bercy").output
        == "Removed 1 entry from the shipped glossary 'government'\n")
    #expect(
      try command("rm", "--glossary", "government", "--yes").output
        == "Removed the shipped glossary 'government' with 0 concepts\n")
    #expect(
      try command("term", "rm", "--yes", "--json", "sommet").output
        == "{\"removed\":1,\"glossaries\":[\"my-terms\"]}\n")
  }

  @Test("names the memories that units leave")
  func units() throws {
    let command = try command()
    #expect(
      try command("rm", "1", "2", "--yes").output
        == "Removed 1 unit from the memory 'news'\nRemoved 1 unit from the memory 'old'\n")
  }
}

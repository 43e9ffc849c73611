import Testing

@Suite("check, as a process")
struct CheckTests {
  private func command() throws -> Command {
    let command = try Command()
    _ = try command("init", "--pair", "fr-en")
    try command.folder.write("Le groupe compte 8 400 salariés.\nIl part.\n", to: "a.fr.txt")
    try command.folder.write("The group has 840 employees.\nHe leaves.\n", to: "a.en.txt")
    try command.folder.write("The group has 8,400 employees.\nHe leaves.\n", to: "b.en.txt")
    return command
  }

  @Test("prints a line a finding with both places, and ends with 1")
  func text() throws {
    let result = try command()("check", "a.fr.txt", "a.en.txt")
    #expect(result.status == 1)
    #expect(
      result.output == """
        a.en.txt:1:15: error: the number “8 400” is not carried over; expected “8,400” [number]
            fr  8 400
            en  840
        1 error; 2 segments and 0 terms checked

        """)
  }

  @Test("says when nothing was found, and ends with 0")
  func clean() throws {
    let result = try command()("check", "a.fr.txt", "b.en.txt", "--presegmented")
    #expect(result.status == 0)
    #expect(result.output == "nothing found; 2 segments and 0 terms checked\n")
  }

  @Test("prints a JSON object a finding, with the members of the contract in their order")
  func json() throws {
    let result = try command()("check", "a.fr.txt", "a.en.txt", "--json")
    #expect(result.status == 1)
    #expect(
      result.output
        == #"{"rule":"number","severity":"error","source":{"file":"a.fr.txt","line":1,"column":18,"#
        + #""start":17,"end":22,"text":"8 400"},"target":{"file":"a.en.txt","line":1,"column":15,"#
        + #""start":14,"end":17,"text":"840"},"term":"8 400","expected":["8,400"],"#
        + #""message":"the number “8 400” is not carried over; expected “8,400”"}"# + "\n")
  }

  @Test("ends as --fail-on and --ignore say")
  func severity() throws {
    let command = try command()
    #expect(try command("check", "a.fr.txt", "a.en.txt", "--fail-on", "error").status == 1)
    #expect(try command("check", "a.fr.txt", "a.en.txt", "--ignore", "number").status == 0)
    let unknown = try command("check", "a.fr.txt", "a.en.txt", "--ignore", "numbre")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("Did you mean 'number'?"))
  }

  @Test("refuses one file, a missing file, and lines that do not correspond")
  func refused() throws {
    let command = try command()
    #expect(try command("check", "a.fr.txt").status == 2)
    #expect(try command("check", "a.fr.txt", "c.en.txt").status == 2)
    try command.folder.write("One line.\n", to: "c.en.txt")
    let result = try command("check", "a.fr.txt", "c.en.txt", "--presegmented")
    #expect(result.status == 2 && result.output == "")
    #expect(result.errors.contains("has 1 lines, and a.fr.txt has 2"))
  }
}

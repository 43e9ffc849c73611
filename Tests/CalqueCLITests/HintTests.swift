import Testing

@Suite("A lookup that finds nothing")
struct HintTests {
  private func command() throws -> Command {
    let command = try Command()
    _ = try command.shell(
      """
      calque init --pair fr-en; calque add --into news 'Le sommet est fini.' 'The summit is over.'
      calque term add Bercy 'Ministry of Economy'; echo 'Un article.' >story.txt; mkdir folder
      """)
    return command
  }

  @Test("tells the closest beside terms, if it is asked to", arguments: [true, false])
  func closest(isAsked: Bool) throws {
    let command = try command()
    let result = try command.shell(
      "calque lookup \(isAsked ? "--closest" : "") 'Bercy dit que le sommet va commencer.'")
    #expect(result.status == 0)
    #expect(result.output.contains("term  Bercy → Ministry of Economy"))
    #expect(result.output.contains("no match (closest: ") == isAsked, "\(result.output)")
  }

  @Test(
    "says so where the text stands on the other side",
    arguments: [
      ("'The summit is over.'", true), ("'the summit is over.'", true),
      ("--min-score 100 'The summit is over.'", true),
      ("--min-score 100 'the summit is over.'", false),
      ("--exact 'The summit is over.'", true), ("--exact 'the summit is over.'", false),
      ("--memory news 'The summit is over.'", true), ("'ministry of economy'", true),
      ("'Ministry of Agriculture'", false), ("--memory other 'The summit is over.'", false),
      ("--pair fr-de 'The summit is over.'", false),
    ])
  func otherSide(arguments: String, isHeld: Bool) throws {
    let command = try command()
    _ = try command("add", "--into", "other", "Autre.", "Other.")
    let result = try command.shell("calque lookup \(arguments)")
    #expect(result.status == 1)
    #expect(
      result.errors.hasSuffix("Found in the en-fr direction. Try: --pair en-fr\n") == isHeld,
      "\(result.errors)")
    let reversed = try command.shell("calque lookup --pair en-fr \(arguments)")
    if isHeld { #expect(reversed.status == 0) }
  }

  @Test(
    "says nothing of the other side where a program asks",
    arguments: ["--json 'The summit is over.'", "- <lines", "<lines"])
  func program(arguments: String) throws {
    let command = try command()
    try command.folder.write("The summit is over.\n", to: "lines")
    let result = try command.shell("calque lookup \(arguments)")
    #expect(result.status == 1)
    #expect(result.errors == "")
  }

  @Test("says which pairs there are where the one asked for is not among them")
  func otherPair() throws {
    let result = try command()("lookup", "--pair", "de-en", "Das Treffen")
    #expect(result.status == 1)
    #expect(result.errors.hasSuffix("The store holds no de-en, but fr-en.\n"), "\(result.errors)")
  }

  @Test("advises a search that can be pasted, whatever the text starts with")
  func searchable() throws {
    let command = try command()
    let advice = try command("lookup", "--", "-x").errors
    #expect(advice.hasSuffix("Try: calque search -- -x\n"), "\(advice)")
    #expect(try command("search", "--", "-x").errors == "Nothing holds -x.\n")
  }

  @Test("is not told of what was removed or rejected")
  func gone() throws {
    let command = try command()
    _ = try command("edit", "1", "--status", "rejected")
    #expect(try !command("lookup", "The summit is over.").errors.contains("direction"))
    _ = try command.shell("calque edit 1 --status draft; calque rm 1 --yes")
    #expect(try !command("lookup", "The summit is over.").errors.contains("direction"))
  }

  @Test("points to the file that the text names")
  func file() throws {
    let command = try command()
    _ = try command.shell("cp story.txt story")
    let result = try command("lookup", "story")
    #expect(result.status == 1)
    #expect(
      result.errors.hasSuffix(
        """
        It names a file. Its sentences: calque lookup ./story; each line: calque lookup <story

        """))
    #expect(try command("lookup", "./story").output.hasPrefix("> Un article.\n"))
    for other in ["folder", "none.txt", "story.txt story.txt"] {
      #expect(try !command("lookup", other).errors.contains("file"))
    }
    #expect(try command("lookup", "--json", "story").errors == "")
  }
}

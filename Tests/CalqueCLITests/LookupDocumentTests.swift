import Testing

@Suite("A lookup of a text")
struct LookupDocumentTests {
  private func command() throws -> Command {
    let command = try Command()
    _ = try command.shell(
      """
      calque init --pair fr-en; calque add 'Le sommet est fini.' 'The summit is over.'
      calque add 'Merci à tous.' 'Thank you all.'; calque add 'Il part.' 'He leaves.'
      """)
    try command.folder.write("Le sommet est fini. Merci à tous.\n\nIl part.\n", to: "story.txt")
    try command.folder.write("Le sommet est fini.\n\nMerci à tous.\nIl part.\n", to: "lines")
    return command
  }

  private func scores(_ output: String) -> [String] {
    output.split(separator: "\n").map { line in
      let number = line.split(separator: "\"score\":").dropFirst().first ?? "none,"
      return String(number.prefix { $0 != "," })
    }
  }

  @Test(
    "takes each sentence in the context of the text",
    arguments: [
      ("story.txt", ["101", "102", "101"]), ("./story.txt", ["101", "102", "101"]),
      ("--jobs 1 story.txt", ["101", "102", "101"]), ("--scan story.txt", ["101", "102", "101"]),
      ("--context <lines", ["101", "none", "102", "101"]),
      ("--context - <lines", ["101", "none", "102", "101"]),
      ("<lines", ["100", "none", "100", "100"]),
      ("--previous 'Le sommet est fini.' --next 'Il part.' 'Merci à tous.'", ["102"]),
      ("--next 'Il part.' 'Merci à tous.'", ["101"]), ("--key x 'Merci à tous.'", ["100"]),
      ("'Merci à tous.'", ["100"]),
    ])
  func contexts(arguments: String, scores: [String]) throws {
    let result = try command().shell("calque lookup --json --limit 1 \(arguments)")
    #expect(self.scores(result.output) == scores, "\(result.output)\(result.errors)")
  }

  @Test("says where each sentence of a file stands")
  func places() throws {
    let output = try command()("lookup", "--json", "story.txt").output
    let lines = output.split(separator: "\n")
    #expect(lines[0].hasPrefix(#"{"query":"Le sommet est fini.","start":0,"end":19,"line":1,"#))
    #expect(lines[2].contains(#""line":3,"column":1,"#))
    #expect(try command()("lookup", "story.txt").output.contains("same previous and next"))
  }

  @Test("knows the neighbours of what was aligned, also where they were not stored")
  func aligned() throws {
    let command = try command()
    try command.folder.write("Voici le bilan.\nLe président est parti.\n", to: "a.fr.txt")
    try command.folder.write("Here is the toll.\nThe president has left.\n", to: "a.en.txt")
    let aligned = try command("align", "a.fr.txt", "a.en.txt", "--into", "stories")
    #expect(aligned.status == 0, "\(aligned.errors)")
    let result = try command(
      "lookup", "--json", "--previous", "VOICI LE BILAN", "--penalty", "aligned=0",
      "Le président est parti.")
    #expect(scores(result.output) == ["100"])
    let agreeing = try command(
      "lookup", "--json", "--previous", "Voici le bilan.", "--penalty", "aligned=0",
      "Le président est parti.")
    #expect(scores(agreeing.output) == ["101"], "\(agreeing.output)")
  }

  @Test("asks for one text where its neighbours are told")
  func refused() throws {
    let command = try command()
    for (arguments, remedy) in [
      ("--previous 'Oui.' <lines", "--context"), ("--key 4 story.txt", "each other's neighbours"),
    ] {
      let result = try command.shell("calque lookup \(arguments)")
      #expect(result.status == 2)
      #expect(result.errors.contains(remedy), "\(result.errors)")
    }
  }
}

import Testing

@Suite("The direction of a text")
struct DirectionTests {
  private static let french = """
    Le gouvernement a annoncé jeudi que la réforme serait présentée au Parlement avant la fin de \
    l'année. Les syndicats n'ont pas été consultés, et ils le disent.
    """
  private static let english = """
    The government announced on Thursday that the bill would be put before Parliament by the end \
    of the year. The unions have not been asked, and they say so.
    """
  private static let german = """
    Die Regierung kündigte am Donnerstag an, dass die Reform noch vor dem Ende des Jahres im \
    Parlament beraten werden soll. Die Gewerkschaften sind nicht gefragt worden, und sie sagen es.
    """

  private func command(pair: String?) throws -> Command {
    let command = try Command()
    if let pair {
      _ = try command("init", "--pair", pair)
    } else {
      _ = try command("init")
      _ = try command("term", "add", "--pair", "fr-en", "gouvernement", "government")
    }
    for (name, text) in [
      ("a.fr.txt", Self.french), ("a.en.txt", Self.english), ("a.de.txt", Self.german),
      ("one.txt", Self.french), ("two.txt", Self.english), ("b.fr.txt", Self.french),
    ] {
      try command.folder.write(text, to: name)
    }
    return command
  }

  // MARK: suggest

  @Test("suggest refuses a text in the target language of a chosen pair, and says the other one")
  func refused() throws {
    let configured = try command(pair: "fr-en")
    let result = try configured("suggest", "a.en.txt")
    #expect(result.status == 2 && result.output == "")
    #expect(
      result.errors == "error: a.en.txt is in English, and fr-en translates from French; "
        + "say --pair en-fr\n")
    let named = try command(pair: nil)
    #expect(try named("suggest", "--pair", "fr-en", "two.txt").status == 2)
    let piped = try named("suggest", "--pair", "en-GB:fr", "--json", input: Self.french)
    #expect(piped.status == 2 && piped.output == "")
    #expect(
      piped.errors == "error: the text is in French, and en-GB:fr translates from English; "
        + "say --pair fr:en-GB\n")
  }

  @Test("suggest turns the only pair of a store round, and says so")
  func turned() throws {
    let command = try command(pair: nil)
    let result = try command("suggest", "--json", "a.en.txt")
    #expect(result.status == 0)
    #expect(result.output.contains(#""pair":"en-fr""#))
    #expect(result.output.contains(#""text":"gouvernement""#))
    #expect(result.errors == "warning: a.en.txt is in English: the pair is en-fr\n")
    let asIs = try command("suggest", "--json", "a.fr.txt")
    #expect(asIs.output.contains(#""pair":"fr-en""#) && asIs.errors == "")
  }

  @Test("suggest says that a text is in neither language, and goes on")
  func foreign() throws {
    for pair in ["fr-en", nil] {
      let command = try command(pair: pair)
      let result = try command("suggest", "--json", "a.de.txt")
      #expect(result.status == 1)
      #expect(result.output.contains(#""pair":"fr-en""#))
      #expect(
        result.errors
          == "warning: a.de.txt seems to be in German, which is neither language of fr-en\n")
    }
  }

  @Test("suggest asks as it was told where the text does not tell its language")
  func undecided() throws {
    let command = try command(pair: "fr-en")
    for text in ["", "Paris summit", Self.french + "\n" + Self.english, Self.french] {
      let result = try command("suggest", "--json", input: text)
      #expect(result.output.contains(#""pair":"fr-en""#) && result.errors == "")
    }
  }

  // MARK: align

  private func stored(_ command: Command) throws -> Bool {
    try command("stats", "--json").output.contains(#""name":"m""#)
  }

  @Test("align turns two files round whose names tell the pair the other way round")
  func names() throws {
    let command = try command(pair: "fr-en")
    let right = try command("align", "--pair", "fr-en", "a.fr.txt", "a.en.txt")
    #expect(right.status == 0 && right.errors == "")
    for files in [("a.en.txt", "a.fr.txt"), ("a.en.txt", "one.txt"), ("two.txt", "a.fr.txt")] {
      let turned = try command("align", "--pair", "fr-en", files.0, files.1)
      #expect(turned.status == 0)
      #expect(turned.output == right.output)
      #expect(
        turned.errors == "warning: \(files.1) is the source by the files' names: "
          + "the pair is fr-en\n")
    }
    _ = try command("align", "--pair", "fr-en", "a.en.txt", "a.fr.txt", "--into", "m")
    let found = try command(
      "lookup", "--json", "Les syndicats n'ont pas été consultés, et ils le disent.")
    #expect(found.output.contains(#""target":"The unions have not been asked"#))
  }

  @Test(
    "align refuses names that are no such pair",
    arguments: [
      (["--pair", "fr-en", "a.fr.txt", "b.fr.txt"], "both say fr in their names"),
      (["a.fr.txt", "b.fr.txt"], "both say fr in their names"),
      (["--pair", "fr-en", "a.de.txt", "a.en.txt"], "say de and en in their names"),
      (["--pair", "de:fr", "a.de.txt", "a.en.txt"], "say --pair de-en"),
    ])
  func otherNames(arguments: [String], message: String) throws {
    let command = try command(pair: "fr-en")
    let line = arguments.joined(separator: " ")
    for options in ["--into m", "", "-o out.tsv"] {
      let result = try command.shell("calque align \(line) \(options)")
      #expect(result.status == 2 && result.output == "")
      #expect(result.errors.contains(message), "\(result.errors)")
    }
    #expect(try !stored(command))
    #expect(try command.shell("ls out.tsv").status != 0)
  }

  @Test(
    "align refuses texts that are surely not in the pair's languages",
    arguments: [
      (["--pair", "fr-en", "two.txt", "one.txt"], "two.txt: is in English, not in French"),
      (["--pair", "fr-en", "one.txt", "three.txt"], "three.txt: is in French, not in English"),
      (["--pair", "de-en", "one.txt", "two.txt"], "one.txt: is in French, not in German"),
      (["--pair", "fr-en", "--presegmented", "two.txt", "one.txt"], "two.txt: is in English"),
      (["wrong.fr.txt", "a.en.txt"], "wrong.fr.txt: is in English, not in French"),
    ])
  func texts(arguments: [String], message: String) throws {
    let command = try command(pair: "fr-en")
    try command.folder.write(Self.english, to: "wrong.fr.txt")
    try command.folder.write(Self.french, to: "three.txt")
    let result = try command.shell(
      "calque align \(arguments.joined(separator: " ")) --into m")
    #expect(result.status == 2 && result.output == "")
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(try !stored(command))
  }

  @Test(
    "align says what helps where the texts are in other languages",
    arguments: [
      ("--pair fr-en two.txt one.txt", "say --pair en-fr"),
      ("--pair de-en one.txt two.txt", "say --pair fr-en"),
      ("--pair fr-de one.txt two.txt", "say --pair fr-en"),
      ("--pair fr-en two.txt two.txt", "give a text in French"),
      ("--pair fr-en one.txt three.txt", "give a text in English"),
      ("x.fr.txt x.en.txt", "exchange the names of the two files"),
      ("x.fr.txt a.en.txt", "give a text in French"),
    ])
  func remedies(arguments: String, remedy: String) throws {
    let command = try command(pair: "fr-en")
    try command.folder.write(Self.french, to: "three.txt")
    try command.folder.write(Self.english, to: "x.fr.txt")
    try command.folder.write(Self.french, to: "x.en.txt")
    let result = try command.shell("calque align \(arguments)")
    #expect(result.status == 2 && result.output == "")
    #expect(result.errors.contains("= \(remedy)\n"), "\(result.errors)")
  }

  @Test("align takes what does not tell its language as it was told")
  func shortTexts() throws {
    let command = try command(pair: "fr-en")
    try command.folder.write("Sommet de Paris\n", to: "x.txt")
    try command.folder.write("Paris summit\n", to: "y.txt")
    for files in ["x.txt y.txt", "y.txt x.txt"] {
      let result = try command.shell("calque align --pair fr-en \(files)")
      #expect(result.status == 0 && result.errors == "")
    }
  }
}

import Foundation
import Testing

@Suite("calque align, two folders")
struct FolderPairingTests {
  private static let stories = [
    "Le ministre Dupont a présenté mardi à Lyon un budget de 412 millions d'euros. Les élus protestent.",
    "La tempête Ciarán a tué 16 personnes en Bretagne. Elle a privé 780 000 foyers d'électricité.",
    "Le lycée Voltaire organise samedi une fête pour ses anciens élèves et leurs professeurs.",
  ]
  private static let translations = [
    "Storm Ciarán killed 16 people in Brittany. It cut the electricity of 780,000 homes.",
    "Minister Dupont presented a budget of 412 million euros in Lyon on Tuesday. Councillors protest.",
    "A museum in Glasgow has lost three paintings, the police reported there on Sunday evening.",
  ]

  private func command() throws -> Command {
    let command = try Command()
    for name in ["FR", "EN"] {
      try FileManager.default.createDirectory(
        at: command.folder.file(name), withIntermediateDirectories: true)
    }
    for (number, text) in Self.stories.enumerated() {
      try command.folder.write(text + "\n", to: "FR/a\(number).txt")
    }
    for (number, text) in Self.translations.enumerated() {
      try command.folder.write(text + "\n", to: "EN/b\(number).txt")
    }
    return command
  }

  private func entries(_ output: String) -> [[String]] {
    output.split(separator: "\n").compactMap { line in
      guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      else { return nil }
      return [object["source"] as? String ?? "-", object["target"] as? String ?? "-"]
    }
  }

  @Test("are not aligned anew into a sheet that is judged: the sheet stays as it is")
  func realigned() throws {
    let command = try command()
    try command.folder.write("judged\n", to: "sheet.tsv")
    try command.folder.write("FR/a0.txt\tEN/b1.txt\n", to: "list")
    for documents in ["--dir FR --with EN", "--list list"] {
      let result = try command.shell(
        "calque align --pair fr-en --review sheet.tsv --realign \(documents)")
      #expect(result.status == 2)
      #expect(result.errors.contains("the sheet stays as it is"), "\(result.errors)")
      let sheet = try String(contentsOf: command.folder.file("sheet.tsv"), encoding: .utf8)
      #expect(sheet == "judged\n")
    }
  }

  @Test("are paired by content: a line a document, those without a counterpart too")
  func pairs() throws {
    let command = try command()
    let result = try command(
      "align", "--dir", "FR", "--with", "EN", "--pair", "fr-en", "-o", "OUT", "--json")
    #expect(result.status == 0)
    #expect(
      entries(result.output) == [
        ["FR/a0.txt", "EN/b1.txt"], ["FR/a1.txt", "EN/b0.txt"], ["FR/a2.txt", "-"],
        ["-", "EN/b2.txt"],
      ])
    #expect(
      result.errors.hasPrefix(
        "2 pairs of documents; without a counterpart: 1 source document, 1 target document\n"
          + "  FR/a2.txt\n  EN/b2.txt\n"), "\(result.errors)")
    let written = try String(contentsOf: command.folder.file("OUT/a1.tsv"), encoding: .utf8)
    #expect(written.hasPrefix("La tempête Ciarán a tué 16 personnes en Bretagne.\tStorm Ciarán"))
  }

  @Test("are turned round where their texts contradict the pair")
  func turned() throws {
    let command = try command()
    let result = try command("align", "--dir", "EN", "--with", "FR", "--pair", "fr-en", "--json")
    #expect(result.status == 0)
    #expect(entries(result.output).first == ["FR/a0.txt", "EN/b1.txt"])
    #expect(result.errors.contains("FR holds the texts in fr, so it is the source"))
  }

  @Test("are refused where both are in one language, and where nothing is there")
  func refusals() throws {
    let command = try command()
    let same = try command("align", "--dir", "FR", "--with", "FR", "--pair", "fr-en", "--json")
    #expect(same.status == 2)
    #expect(same.output.isEmpty)
    #expect(
      same.errors.contains("both hold texts in French; name a folder of texts in English"),
      "\(same.errors)")
    #expect(try command("align", "--dir", "FR", "--with", "NO", "--pair", "fr-en").status == 2)
    #expect(try command("align", "--with", "EN", "--pair", "fr-en").status == 2)
  }

  @Test("are not paired for a memory before there is a store")
  func noStore() throws {
    let command = try command()
    let result = try command(
      "align", "--dir", "FR", "--with", "EN", "--pair", "fr-en", "--into", "news", "--json")
    #expect(result.status == 3)
    #expect(result.output.isEmpty)
  }

  @Test("given as two files are told how folders are aligned")
  func folders() throws {
    let result = try command()("align", "FR", "EN", "--pair", "fr-en")
    #expect(result.status == 2)
    #expect(result.errors.contains("calque align --dir FR --with EN"), "\(result.errors)")
  }

  @Test("may be named pair by pair in a list")
  func list() throws {
    let command = try command()
    try command.folder.write("# les paires\nFR/a0.txt\tEN/b1.txt\n\n", to: "pairs.tsv")
    let result = try command("align", "--list", "pairs.tsv", "--pair", "fr-en")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("Le ministre Dupont"))
    try command.folder.write("FR/a0.txt\n", to: "wrong.tsv")
    let wrong = try command("align", "--list", "wrong.tsv", "--pair", "fr-en")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("wrong.tsv:1"))
  }

  @Test("cut sentences by the rules of a file, and say where the file is wrong")
  func srx() throws {
    let command = try command()
    let rules = """
      <srx xmlns="http://www.lisa.org/srx20" version="2.0"><header cascade="no"/><body>
      <languagerules><languagerule languagerulename="all">
      <rule break="yes"><beforebreak>,</beforebreak><afterbreak>\\s</afterbreak></rule>
      </languagerule></languagerules><maprules>
      <languagemap languagepattern=".*" languagerulename="all"/></maprules></body></srx>
      """
    try command.folder.write(rules, to: "r.srx")
    try command.folder.write("Un, deux. Trois.", to: "s.fr.txt")
    try command.folder.write("One, two. Three.", to: "s.en.txt")
    let result = try command("align", "s.fr.txt", "s.en.txt", "--srx", "r.srx")
    #expect(result.output.split(separator: "\n").count == 2)
    try command.folder.write(rules.replacingOccurrences(of: "\\s", with: "("), to: "r.srx")
    let wrong = try command("align", "s.fr.txt", "s.en.txt", "--srx", "r.srx")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("r.srx:3"))
  }
}

@Suite("calque, documents")
struct DocumentTests {
  @Test("align reads pages and other encodings, and leaves a dateline out of the memory")
  func align() throws {
    let command = try Command()
    _ = try command("init", "--pair", "fr-en")
    let page =
      "<html><body><nav>Accueil</nav><article><p>PARIS, 4 mars (AFP) - Le budget est vot\u{E9}."
    try Data((page + "</p></article></body></html>").unicodeScalars.map { UInt8($0.value) })
      .write(to: command.folder.file("a.fr.html"))
    try command.folder.write("PARIS, March 4 (AFP) - The budget has been voted.\n", to: "a.en.txt")
    let result = try command("align", "a.fr.html", "a.en.txt", "--into", "m")
    #expect(result.status == 0)
    #expect(result.errors.contains("a.fr.html: the file is not UTF-8; it was read as Windows-1252"))
    let found = try command("lookup", "--json", "Le budget est voté.")
    #expect(found.output.contains("\"source\":\"Le budget est voté.\""))
    #expect(found.output.contains("\"target\":\"The budget has been voted.\""))
  }

  @Test("a lead is looked up without its dateline, with places in the whole text")
  func lead() throws {
    let command = try Command()
    _ = try command("init", "--pair", "fr-en")
    _ = try command("add", "Le budget est voté.", "The budget is voted.")
    let lead = try command("lookup", "--json", "PARIS, 4 mars 2024 (AFP) - Le budget est voté.")
    #expect(lead.output.contains("\"score\":100"))
    #expect(lead.output.contains("\"start\":27,"))
    try command.folder.write("LYON, mardi (AFP) - Le budget est voté.\n", to: "a.txt")
    let article = try command("suggest", "--json", "a.txt")
    #expect(article.output.contains("\"segment\":\"Le budget est voté.\""))
    #expect(article.output.contains("\"start\":20,\"end\":40"))
  }
}

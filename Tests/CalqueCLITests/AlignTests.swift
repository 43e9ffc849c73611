import Foundation
import Testing

@Suite("calque align")
struct AlignTests {
  private static let french = """
    Un sommet à Paris

    M. Dupont a ouvert le sommet. Il a parlé de l'intelligence artificielle pendant une heure.
    """
  private static let english = """
    A summit in Paris

    Mr. Dupont opened the summit. He talked about artificial intelligence for an hour.
    """

  private func command(_ documents: [String: String] = [:]) throws -> Command {
    let command = try Command()
    for (name, text) in documents { try command.folder.write(text, to: name) }
    return command
  }

  @Test("prints source, target, confidence and kind, without a store")
  func tsv() throws {
    let command = try command(["a.fr.txt": Self.french, "a.en.txt": Self.english])
    let result = try command("align", "a.fr.txt", "a.en.txt")
    #expect(result.status == 0)
    #expect(result.errors == "")
    let rows = rows(result.output)
    #expect(
      rows.map { $0[0] } == [
        "Un sommet à Paris", "M. Dupont a ouvert le sommet.",
        "Il a parlé de l'intelligence artificielle pendant une heure.",
      ])
    #expect(
      rows.map { $0[1] } == [
        "A summit in Paris", "Mr. Dupont opened the summit.",
        "He talked about artificial intelligence for an hour.",
      ])
    #expect(rows.allSatisfy { $0.count == 4 && $0[3] == "1-1" })
    #expect(rows.allSatisfy { Double($0[2]).map { (0...1).contains($0) } == true })
  }

  @Test("writes beads by sentence number; blank lines count and align to nothing")
  func presegmented() throws {
    let command = try command([
      "a.fr": "Une première phrase assez longue.\n\nLa deuxième.\r\nEt la troisième phrase ici.\n",
      "a.en": "A first sentence, rather long.\nThe second one.\n \nAnd the third sentence here.\n",
    ])
    let result = try command("align", "a.fr", "a.en", "--presegmented", "--format", "beads")
    #expect(
      rows(result.output).map { $0[0] } == [
        "[0]:[0]", "[1]:[]", "[2]:[1]", "[]:[2]", "[3]:[3]",
      ])
  }

  @Test("writes TMX, JSON lines and TSV that import again")
  func formats() throws {
    let command = try command(["a.fr.txt": Self.french, "a.en.txt": Self.english])
    for format in ["tmx", "jsonl", "tsv"] {
      let result = try command(
        "align", "a.fr.txt", "a.en.txt", "--format", format, "-o", "out." + format)
      #expect(result.status == 0)
      #expect(result.output == "")
    }
    let lines = try String(contentsOf: command.folder.file("out.jsonl"), encoding: .utf8)
    #expect(lines.split(separator: "\n").count == 3)
    #expect(lines.contains(#"{"lang":"en","text":"A summit in Paris"}"#))
    _ = try command("init", "--pair", "fr-en")
    #expect(try command("import", "out.tmx").output.contains("3 read, 3 stored"))
  }

  @Test("leaves out what is less sure than asked")
  func minConfidence() throws {
    let command = try command(["a.fr.txt": Self.french, "a.en.txt": Self.english])
    let all = try command("align", "a.fr.txt", "a.en.txt")
    let least = rows(all.output).compactMap { Double($0[2]) }.min() ?? 0
    let fewer = try command(
      "align", "a.fr.txt", "a.en.txt", "--min-confidence", "\(least + 0.0001)")
    #expect(rows(fewer.output).count < rows(all.output).count)
  }

  @Test("stores units in a memory, each once")
  func into() throws {
    let command = try command(["a.fr.txt": Self.french, "a.en.txt": Self.english])
    let storeless = try command("align", "a.fr.txt", "a.en.txt", "--into", "news")
    #expect(storeless.status == 3)
    _ = try command("init", "--pair", "fr-en")
    let first = try command("align", "a.fr.txt", "a.en.txt", "--into", "news")
    #expect(first.status == 0)
    #expect(first.output == "")
    #expect(first.errors == "news: 3 stored\n")
    let again = try command("align", "--dir", ".", "--into", "news")
    #expect(again.errors.hasSuffix("news: 0 stored, 3 known\n"))
    let found = try command("lookup", "--json", "M. Dupont a ouvert le sommet.")
    #expect(found.output.contains(#""target":"Mr. Dupont opened the summit.""#))
    #expect(found.output.contains(#""memory":"news""#))
  }

  @Test("goes on past bad documents of a folder, and ends with 2")
  func folder() throws {
    let command = try command([
      "a.fr.txt": Self.french, "a.en.txt": Self.english, "b.c.fr.txt": Self.french,
      "b.c.en.txt": Self.english, "empty.fr.txt": " \n", "empty.en.txt": Self.english,
      "alone.en.txt": Self.english, "notes.txt": "x", "a.de.txt": "Ein Gipfel",
    ])
    try Data([0x0A, 0xC3, 0xA9, 0xE9]).write(to: command.folder.file("bad.fr.txt"))
    try command.folder.write(Self.english, to: "bad.en.txt")
    let result = try command(
      "align", "--dir", ".", "--pair", "fr-en", "--format", "beads", "-o", "out")
    #expect(result.status == 2)
    #expect(result.output == "")
    let lines = result.errors.split(separator: "\n")
    #expect(
      lines.dropLast().joined(separator: "\n") == """
        error: alone.en.txt: its fr side is missing
        error: bad.fr.txt:2: the file ends inside a character
        error: empty.fr.txt: holds no text
        2 documents aligned: 6 beads, 0 sentences without a counterpart; 3 refused
        """)
    #expect(lines.last?.hasPrefix("1-1 6; mean confidence ") == true)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: command.folder.file("out").path)
    #expect(names.sorted() == ["a.beads", "b.c.beads"])
    let resumed = try command(
      "align", "--dir", ".", "--pair", "fr-en", "--format", "beads", "-o", "out", "--resume")
    #expect(
      resumed.errors.hasSuffix(
        "0 documents aligned: 0 beads, 0 sentences without a counterpart; 3 refused; 2 done before\n"
      ))
  }

  @Test("gives the same for any number of jobs")
  func jobs() throws {
    var documents: [String: String] = [:]
    for number in 0..<20 {
      documents["d\(number).fr.txt"] = Self.french + " Numéro \(number)."
      documents["d\(number).en.txt"] = Self.english + " Number \(number)."
    }
    let command = try command(documents)
    let one = try command("align", "--dir", ".", "--pair", "fr-en")
    let three = try command("align", "--dir", ".", "--pair", "fr-en", "--jobs", "3")
    #expect(one.status == 0)
    #expect(rows(one.output).count == 80)
    #expect(one.output == three.output)
  }

  @Test("takes any pattern that says where name and language stand")
  func pattern() throws {
    let command = try command(["fr_a.b.html": Self.french, "en_a.b.html": Self.english])
    let result = try command("align", "--dir", ".", "--pattern", "{lang}_{name}.html")
    #expect(result.status == 0)
    #expect(result.errors.hasPrefix(".: fr-en, as its files are named\n1 document aligned"))
    let wrong = try command("align", "--dir", ".", "--pattern", "{name}.txt")
    #expect(wrong.status == 2)
    let none = try command("align", "--dir", ".", "--pair", "fr-en")
    #expect(none.status == 2)
    #expect(none.errors.contains("no file is named {name}.fr.txt or {name}.en.txt"))
  }

  @Test("takes the configured pair for a folder that holds one of its languages alone")
  func oneLanguage() throws {
    let command = try command(["a.fr.html": Self.french, "b.en.txt": Self.english])
    let unnamed = try command("align", "--dir", ".", "--pattern", "{name}.{lang}.html")
    #expect(unnamed.errors.contains("its files are in fr; say the languages"), "\(unnamed.errors)")
    let none = try command("align", "--dir", ".", "--pattern", "{name}.{lang}.md")
    #expect(none.errors.contains("; say how they are named with --pattern"), "\(none.errors)")
    _ = try command("init", "--pair", "fr-en")
    let result = try command("align", "--dir", ".", "--pattern", "{name}.{lang}.html")
    #expect(result.status == 2)
    #expect(result.errors.contains("a.fr.html: its en side is missing"), "\(result.errors)")
  }

  @Test("answers in JSON: the document, or the summary where the document goes elsewhere")
  func json() throws {
    let command = try command(["a.fr.txt": "Oui, Paris.\n", "a.en.txt": "Yes, Paris.\n"])
    let answer = try command("align", "a.fr.txt", "a.en.txt", "--json").output
    #expect(
      answer.hasPrefix(#"{"document":"a","beads":[{"source":[0],"target":[0],"confidence":0."#))
    #expect(
      answer.hasSuffix(#""sentences":{"source":["Oui, Paris."],"target":["Yes, Paris."]}}"# + "\n"))
    let least = try command("align", "a.fr.txt", "a.en.txt", "--json", "--min-confidence", "1")
    #expect(least.output.hasPrefix(#"{"document":"a","beads":[],"#))
    let summary = try command("align", "a.fr.txt", "a.en.txt", "--json", "-o", "a.tsv").output
    #expect(summary.hasPrefix(#"{"documents":1,"refused":0,"done_before":0,"beads":{"1-1":1}"#))
  }

  @Test(
    "refuses what it cannot understand with 2",
    arguments: [
      ["align"], ["align", "a.fr.txt"], ["align", "a.fr.txt", "a.en.txt", "--format", "xliff"],
      ["align", "a.fr.txt", "missing.en.txt"], ["align", "--dir", "nowhere", "--pair", "fr-en"],
      ["align", "plain", "other"], ["align", "a.fr.txt", "a.en.txt", "--min-confidence", "2"],
      ["align", "a.fr.txt", "a.en.txt", "-o", "/dev/full"],
    ])
  func usage(_ arguments: [String]) throws {
    let command = try command(["a.fr.txt": Self.french, "a.en.txt": Self.english])
    let line = (["calque"] + arguments).joined(separator: " ")
    let result = try command.shell(line)
    #expect(result.status == 2, "\(line)")
    #expect(result.errors.hasPrefix("error: "))
  }
}

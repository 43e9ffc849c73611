import Foundation
import Testing

@Suite("calque extract of a pair of files")
struct ExtractTests {
  private static let french = """
    La brigade fluviale a retrouvé le corps. La brigade fluviale de Paris compte cent policiers.
    Le plan de relance sera voté. L'Assemblée nationale a adopté le plan de relance.
    """
  private static let english = """
    The river police have found the body. The Paris river police has one hundred officers.
    The recovery plan will be put to the vote. The National Assembly has adopted the recovery plan.
    """

  private func command() throws -> Command {
    let command = try Command()
    for (name, text) in [
      ("a.fr.txt", Self.french), ("a.en.txt", Self.english), ("french.txt", Self.french),
      ("english.txt", Self.english),
    ] { try command.folder.write(text, to: name) }
    return command
  }

  @Test("writes a sheet that import reads, without a store, and leaves nothing behind")
  func sheet() throws {
    let command = try command()
    try FileManager.default.createDirectory(
      at: command.folder.file("temporary"), withIntermediateDirectories: false)
    let result = try command(
      "extract", "a.fr.txt", "a.en.txt", "-o", "terms.fr-en.tsv",
      environment: ["TMPDIR": command.folder.file("temporary").path])
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: command.folder.file("temporary").path) == [])
    let sheet = try String(
      contentsOf: command.folder.file("terms.fr-en.tsv"), encoding: .utf8)
    #expect(rows(sheet)[0] == ["#fr", "en", "status", "note", "count", "example"])
    let brigade = try #require(rows(sheet).first { $0[0].lowercased() == "brigade fluviale" })
    #expect(brigade[1] == "river police")
    #expect(brigade[4] == "2 of 2")
    #expect(
      brigade[5]
        == "La brigade fluviale a retrouvé le corps. = The river police have found the body.")

    _ = try command("init", "--pair", "fr-en")
    try command.folder.write(
      sheet.replacingOccurrences(of: "river police\tcandidate", with: "river police\tpreferred"),
      to: "terms.fr-en.tsv")
    #expect(try command("import", "terms.fr-en.tsv", "--as", "glossary", "--into", "g").status == 0)
    let again = try command("extract", "a.fr.txt", "a.en.txt", "--new-only", "--json")
    #expect(again.status == 0)
    #expect(!again.output.lowercased().contains("{\"source\":\"brigade fluviale\""))
  }

  @Test("writes over a sheet of candidates, and over none in which somebody has decided")
  func decisions() throws {
    let command = try command()
    func extract() throws -> Command.Result {
      try command("extract", "a.fr.txt", "a.en.txt", "-o", "terms.fr-en.tsv")
    }
    #expect(try extract().status == 0)
    #expect(try extract().status == 0)
    let sheet = try String(
      contentsOf: command.folder.file("terms.fr-en.tsv"), encoding: .utf8)
    let decided = sheet.replacingOccurrences(
      of: "river police\tcandidate", with: "river police\tpreferred")
    #expect(decided != sheet)
    try command.folder.write(decided, to: "terms.fr-en.tsv")
    let refused = try extract()
    #expect(refused.status == 2)
    #expect(refused.errors.contains("terms.fr-en.tsv holds your decisions on 1 row"))
    #expect(refused.errors.contains("calque import terms.fr-en.tsv"))
    let kept = try String(contentsOf: command.folder.file("terms.fr-en.tsv"), encoding: .utf8)
    #expect(kept == decided)
    // A spreadsheet saves the sheet with a mark, and with other line ends.
    try command.folder.write(
      "\u{FEFF}" + decided.replacingOccurrences(of: "\n", with: "\r\n"), to: "terms.fr-en.tsv")
    #expect(try extract().errors.contains("holds your decisions on 1 row"))
    let wide = try #require(decided.data(using: .utf16))
    try wide.write(to: command.folder.file("terms.fr-en.tsv"))
    #expect(try extract().errors.contains("holds your decisions on 1 row"))
    // What is no sheet of extract is written over, as by every verb.
    try command.folder.write("sommet\tsummit\tpreferred\n", to: "terms.fr-en.tsv")
    #expect(try extract().status == 0)
  }

  @Test("gives the renderings that it has found besides as a note, which import takes for no term")
  func alsoNote() throws {
    let command = try command()
    _ = try command("init", "--pair", "fr-en")
    try command.folder.write(
      "#fr\ten\tstatus\tnote\tcount\tunits\n"
        + "sommet\tsummit\tpreferred\talso: top (3), peak / height (2)\t5 of 8\t1 2\n",
      to: "terms.fr-en.tsv")
    #expect(try command("import", "terms.fr-en.tsv").status == 0)
    let answer = try command("lookup", "--json", "sommet").output
    #expect(answer.contains("\"text\":\"summit\""))
    for other in ["top", "peak", "height", "also"] {
      #expect(!answer.contains("\"text\":\"\(other)"), "\(answer)")
    }
  }

  @Test("refuses to write the sheet, which is text, under the name of a workbook")
  func workbook() throws {
    let command = try command()
    let asked = try command("extract", "a.fr.txt", "a.en.txt", "-o", "terms.xlsx")
    #expect(asked.status == 2)
    #expect(asked.errors.contains("name it .tsv"))
  }

  @Test("is passed over by an import where a reviewer says no", arguments: ["reject", "non"])
  func refused(word: String) throws {
    let command = try command()
    let sheet = try command("extract", "a.fr.txt", "a.en.txt").output
    try command.folder.write(
      sheet.replacingOccurrences(of: "\tcandidate", with: "\t\(word)"), to: "terms.fr-en.tsv")
    _ = try command("init", "--pair", "fr-en")
    let report = try command("import", "terms.fr-en.tsv", "--as", "glossary", "--into", "g")
    #expect(report.output.contains(" 0 stored"))
    #expect(report.output.contains("rejected in its status column"))
  }

  @Test("takes the files in either order, and names that say nothing with --pair")
  func order() throws {
    let command = try command()
    let expected = try command("extract", "a.fr.txt", "a.en.txt", "--json").output
    #expect(
      expected.contains("\"example\":{\"source\":\"La brigade fluviale a retrouvé le corps.\""))
    let turned = try command("extract", "a.en.txt", "a.fr.txt", "--pair", "fr-en", "--json")
    #expect(turned.output == expected)
    #expect(turned.errors.contains("a.fr.txt is the source by the files' names"))
    let named = try command("extract", "french.txt", "english.txt", "--pair", "fr-en", "--json")
    #expect(named.output == expected)
  }

  @Test(
    "says what is wrong and what helps",
    arguments: [
      (["a.fr.txt"], 2, "two files: name both, or none"),
      (["french.txt", "english.txt"], 2, "Say --pair fr-en."),
      (["a.fr.txt", "none.en.txt"], 2, "none.en.txt"),
      (["french.txt", "english.txt", "--pair", "en-fr"], 2, "is in French, not in English"),
      (["a.fr.txt", "a.en.txt", "--memory", "m"], 2, "two files have no memory"),
      (["a.fr.txt", "a.en.txt", "--new-only"], 3, "calque init"),
      (["a.fr.txt", "a.en.txt", "--store", "none.db"], 3, "none.db"),
      (["--encoding", "latin1"], 2, "--encoding is for files"),
      (["a.fr.txt", "a.en.txt", "--min-count", "9"], 1, "No phrase stands in 9 sentences."),
    ])
  func faults(arguments: [String], status: Int32, message: String) throws {
    let command = try command()
    let result = try command.shell(
      "calque extract \(arguments.joined(separator: " "))")
    #expect(result.status == status)
    #expect(result.output == "")
    #expect(result.errors.contains(message), "\(result.errors)")
  }
}

import Calque
import CalqueModel
import TestSupport
import Testing

@Suite("An import that replaces")
struct ReplacingImportTests {
  let folder: TemporaryFolder
  let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    workspace = try folder.workspace()
  }

  private var replacing: ImportOptions {
    var options = ImportOptions(into: "mine")
    options.replaces = true
    return options
  }

  @Test("makes a glossary what the file says, and counts what went")
  func glossary() throws {
    let first = "fr,en,note\nsommet,summit,a\nfin,end,\nmot,word,\n"
    _ = try workspace.importText(first, named: "a.csv", options: replacing)
    let second = "fr,en,note\nsommet,summit,b\nmot,word,\nneuf,new,\n"
    let dry = try {
      var options = replacing
      options.isDryRun = true
      return try workspace.importText(second, named: "a.csv", options: options)
    }()
    #expect((dry.counts.stored, dry.counts.known, dry.counts.removed) == (2, 1, 1))
    let report = try workspace.importText(second, named: "a.csv", options: replacing)
    #expect((report.counts.stored, report.counts.known, report.counts.removed) == (2, 1, 1))
    #expect(report.counts.read == 3)
    #expect(report.json.contains(#""removed":1"#))
    let text = try workspace.exportText(ExportOptions(from: "mine", format: .csv)).text
    #expect(text == second)
    let again = try workspace.importText(second, named: "a.csv", options: replacing)
    #expect((again.counts.stored, again.counts.known, again.counts.removed) == (0, 3, 0))
  }

  @Test("makes a memory what the file says, with the data beside the texts")
  func memory() throws {
    func file(_ units: [(id: String, note: String, fr: String, en: String)]) -> String {
      "<tmx version=\"1.4\"><header srclang=\"fr\"/><body>"
        + units.map {
          "<tu tuid=\"\($0.id)\"><note>\($0.note)</note><tuv xml:lang=\"fr\"><seg>\($0.fr)</seg>"
            + "</tuv><tuv xml:lang=\"en\"><seg>\($0.en)</seg></tuv></tu>"
        }.joined() + "</body></tmx>"
    }
    _ = try workspace.importText(
      file([("1", "a", "Oui.", "Yes."), ("2", "b", "Non.", "No."), ("3", "c", "Fin.", "End.")]),
      named: "a.tmx", options: replacing)
    let pair = try #require(LanguagePair("fr-en"))
    #expect(try workspace.lookup(LookupOptions(pair: pair)).answer("Fin.").matches.count == 1)
    let report = try workspace.importText(
      file([("1", "changed", "Oui.", "Yes."), ("2", "b", "Non !", "No!")]), named: "a.tmx",
      options: replacing)
    #expect((report.counts.stored, report.counts.known, report.counts.removed) == (2, 0, 1))
    #expect(try workspace.lookup(LookupOptions(pair: pair)).answer("Fin.").matches.isEmpty)
    let text = try workspace.exportText(ExportOptions(from: "mine", format: .tmx)).text
    #expect(text.contains("<note>changed</note>") && !text.contains("Fin."))
  }

  @Test("removes nothing if a part of the file cannot be read")
  func broken() throws {
    _ = try workspace.importText(
      "fr,en,note\nsommet,summit,\nfin,end,\n", named: "a.csv", options: replacing)
    var options = replacing
    options.keepsGoing = true
    let report = try workspace.importText(
      "fr,en,note\nsommet,summit,\nfi\u{1}n,end,\n", named: "a.csv", options: options)
    #expect((report.counts.refused, report.counts.removed) == (1, 0))
    #expect(report.warnings.contains { $0.message.hasPrefix("nothing was removed from 'mine'") })
  }

  @Test("of an edited spreadsheet changes the rows that an id or the pair tells")
  func edited() throws {
    let options = ImportOptions(into: "mine")
    _ = try workspace.importText(
      "id,fr,en,note\n7,sommet,summit,a\n8,fin,end,\n", named: "a.csv", options: options)
    let report = try workspace.importText(
      "id,fr,en,note\n7,sommet,top,a\n8,fin,end,b\n", named: "a.csv", options: options)
    #expect((report.counts.stored, report.counts.known) == (2, 0))
    let text = try workspace.exportText(ExportOptions(from: "mine", format: .csv)).text
    #expect(text == "id,fr,en,note\n7,sommet,top,a\n8,fin,end,b\n")
  }
}

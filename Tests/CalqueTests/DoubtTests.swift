import Calque
import CalqueModel
import TestSupport
import Testing

@Suite("A doubtful unit")
struct DoubtTests {
  let folder: TemporaryFolder
  let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    workspace = try folder.workspace()
  }

  @Test("is kept, flagged and named with its line, and the counts reconcile")
  func importing() throws {
    let text = """
      fr\ten
      Le ministre est arrivé dans la soirée.\tThe minister arrived in the evening.
      The bill was adopted by both houses.\tLe projet de loi a été adopté par les deux chambres.
      Paris Saint-Germain\tParis Saint-Germain
      2 024,5\t2 024,5
      Elle a dit que les négociations sont dans une impasse.\tElle a dit que les négociations sont \
      dans une impasse !
      Der Minister ist nicht da, und die Sitzung wird mit der Partei auf den Abend verschoben.\t\
      The minister is not there, and the session was put off.
      Seul\t

      """.replacing("\\\n", with: "")
    let report = try workspace.importText(
      text, named: "m.tsv", options: ImportOptions(kind: .memory))
    #expect(report.counts.stored == 6)
    #expect(report.counts.read == 7)
    #expect(
      report.doubtful == [
        "sides swapped": 1, "identical sides": 1, "wrong language": 2, "empty side": 1,
      ])
    #expect(report.warnings.map(\.line).filter { $0 > 0 }.sorted() == [3, 4, 6, 7, 8])
    #expect(
      report.warnings.contains {
        $0.line == 3 && $0.message.hasPrefix("sides swapped: 'The bill was adopted")
      })
    let pair = try #require(LanguagePair("fr-en"))
    let answer = try workspace.lookup(LookupOptions(pair: pair))
      .answer("The bill was adopted by both houses.")
    #expect(answer.matches.first?.flags == [.doubtful])
    // What is written has no trace of the flag.
    let file = try workspace.exportText(ExportOptions(from: "m", format: .tsv))
    #expect(file.report.losses == [:])
    let again = try workspace.importText(
      text, named: "m.tsv", options: ImportOptions(kind: .memory))
    #expect((again.counts.stored, again.counts.known) == (0, 6))
  }

  @Test("of a person's is told, and no longer doubtful when it is set right")
  func adding() throws {
    let pair = try #require(LanguagePair("fr-en"))
    let wrong = try workspace.add("The summit is over.", "Le sommet est fini.", pair: pair)
    #expect(wrong.doubts == [.swapped] && wrong.isNew)
    #expect(
      try workspace.add("Le sommet est fini.", "The summit is over.", pair: pair).doubts == [])
    #expect(try workspace.add("Bercy", "Ministry of Economy", pair: pair).doubts == [])
    #expect(try workspace.add("Le Monde", "Le Monde", pair: pair).doubts == [.identical])
    try workspace.edit(
      unit: wrong.id, pair: pair, source: "Le sommet est clos.", target: "The summit is closed.")
    let answer = try workspace.lookup(LookupOptions(pair: pair)).answer("Le sommet est clos.")
    #expect(answer.matches.first?.flags == [])
  }
}

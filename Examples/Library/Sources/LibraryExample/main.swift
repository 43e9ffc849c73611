import Calque

// The main job of a newsroom, without the command: a store is made, filled, asked and exported.
// Usage: LibraryExample FOLDER

let folder = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "."
let store = folder + "/example.db"
let pair = LanguagePair(source: "fr", target: "en")

do {
  _ = try Workspace.initialise(store: store)
  let workspace = try Workspace(opening: StoreLocation(path: store), for: .writing)

  // Text comes from anywhere: here a table in memory, in a program perhaps a database.
  let table = """
    La France accueillera le prochain sommet.\tFrance will host the next summit.
    Le gouvernement a survécu à une motion de censure.\tThe government survived a no-confidence vote.
    """
  let report = try workspace.importText(
    table, named: "news.fr-en.tsv", options: ImportOptions(kind: .memory))
  print("imported: \(report.counts.stored) units into \(report.into)")

  try workspace.addTerm("sommet", "summit", pair: pair)
  try workspace.addTerm(
    "Bercy", "Ministry of Economy", pair: pair, details: TermDetails(note: "Capitals."))

  // A lookup lives as long as the program; it sees what others add meanwhile.
  let lookup = try workspace.lookup(LookupOptions(pair: pair))
  let answer = try lookup.answer("La France accueillera le sommet.")
  for match in answer.matches {
    print("match: \(match.score) \(match.source) = \(match.target)")
    for difference in match.differences where difference.kind != .same {
      print("  \(difference.kind)")
    }
  }
  for term in try lookup.terms("Bercy prépare le sommet.") {
    print("term: \(term.surface) = \(term.translations.map(\.text).joined(separator: ", "))")
  }

  // An article, as text.
  let suggestions = try workspace.suggest(
    text: "Bercy salue le sommet. La France accueillera le prochain sommet.",
    options: SuggestOptions())
  print("suggested: \(suggestions.terms.count) terms, \(suggestions.matches.count) matches")

  // A document and its translation, as texts; what is sure enough becomes memory.
  let aligned = try DocumentAligner(pair: pair).align(
    source: "Le vote est clos. Le sommet est fini.",
    target: "The vote is closed. The summit is over.")
  for link in aligned.links {
    print("aligned: \(aligned.sourceText(of: link)) = \(aligned.targetText(of: link))")
  }

  let exported = try workspace.exportText(ExportOptions(from: "news", format: .tmx))
  print(
    "exported: \(exported.text.utf8.count > 0 ? "TMX" : "nothing"), \(exported.report.rows) units")
} catch {
  // An error says what happened; its remedy is data, worded here for people.
  print("error: \(error)")
  if let remedy = error.remedy { print("remedy: \(remedy)") }
}

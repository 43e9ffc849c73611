import Calque

// The main job of a newsroom, without the command: a store is made, filled, asked and exported.
// Usage: LibraryExample FOLDER

let folder = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "."
let pair = LanguagePair(source: "fr", target: "en")

do {
  // A program that is not installed beside Calque names the lexicons first:
  // try Workspace.useLexicons(in: "/usr/local/share/calque/lexicon")
  let made = try Workspace.initialise(store: folder + "/example.db", pair: pair)
  let workspace = try Workspace(opening: made.location, for: .writing)

  // Text comes from anywhere: here a table in memory, in a program perhaps a database.
  let table = """
    La France accueillera le prochain sommet.\tFrance will host the next summit.
    Le gouvernement a survécu à une motion de censure.\tThe government survived a no-confidence vote.
    """
  // The kind is known, and therefore named: of short lines it would be a guess.
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
    var marked = ""
    for piece in match.pieces(comparedWith: answer.query) {
      switch piece.kind {
      case .same: marked += piece.blank + piece.text
      case .removed: marked += piece.blank + "[-\(piece.text)-]"
      case .added: marked += piece.blank + "[+\(piece.text)+]"
      }
    }
    print("match: \(match.score) \(marked) = \(match.target)")
  }
  let question = "Bercy prépare le sommet."
  for term in try lookup.terms(question) {
    // Places are UTF-8 bytes of the text.
    let written = question[utf8: term.range]
    print("term: \(written) = \(term.translations.map(\.text).joined(separator: ", "))")
  }

  // An article, as text.
  let suggestions = try workspace.suggest(
    text: "Bercy salue le sommet. La France accueillera le prochain sommet.",
    options: SuggestOptions())
  print("suggested: \(suggestions.terms.count) terms, \(suggestions.matches.count) matches")

  // A document and its translation, as texts; what is sure enough becomes memory.
  let aligned = try workspace.documentAligner(pair: pair).align(
    source: "Le vote est clos. Le sommet est fini.",
    target: "The vote is closed. The summit is over.", named: "story")
  for link in aligned.links {
    print("aligned: \(aligned.sourceText(of: link)) = \(aligned.targetText(of: link))")
  }
  let stored = try workspace.add(aligned: aligned, into: "stories")
  print("stored: \(stored.counts.stored) units in \(stored.memory), \(stored.doubtful) doubtful")

  let exported = try workspace.exportText(ExportOptions(from: "news", format: .tmx))
  print(
    "exported: \(exported.text.utf8.count > 0 ? "TMX" : "nothing"), \(exported.report.rows) units")

  // An error is data: a program asks for its kind, and words its remedy or offers a button.
  do {
    try workspace.importText("<tmx><body><tu>", named: "broken.tmx")
  } catch {
    switch error.kind {
    case .file: print("error in the file, line \(error.place?.line ?? 0): \(error.message)")
    case .request: print("error in the request: \(error.message)")
    default: print("error: \(error.message)")
    }
    if let remedy = error.remedy { print("remedy: \(remedy)") }
  }
} catch {
  // An error as text says what happened, where, and what to do.
  print("error: \(error)")
}

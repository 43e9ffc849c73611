import CalqueModel
import CalqueMorphology
import CalqueText
import TestSupport
import Testing

@testable import Calque

/// What a program meets that uses the library by its documentation alone.
@Suite("A program that uses the library")
struct LibraryUseTests {
  private let folder: TemporaryFolder
  private let pair: LanguagePair

  init() throws {
    folder = try TemporaryFolder()
    pair = try #require(LanguagePair("fr-en"))
  }

  @Test("opens the store that it made with the pair that it named")
  func pairOfNewStore() throws {
    let made = try Workspace.initialise(store: folder.file("desk.db"), pair: pair)
    #expect(try Workspace(opening: made.location).pair() == pair)
    let again = StoreLocation(path: made.store, pair: pair)
    #expect(try Workspace(opening: again).pair() == pair)
    let inFolder = try Workspace.initialise(
      pair: pair, in: Surroundings(folder: folder.file(".")))
    #expect(try Workspace(opening: inFolder.location).pair() == pair)
  }

  @Test("is told to open for writing what it opened for reading")
  func reading() throws {
    let made = try Workspace.initialise(store: folder.file("desk.db"))
    let workspace = try Workspace(opening: made.location)
    let error = #expect(throws: WorkspaceError.self) {
      try workspace.addTerm("sommet", "summit", pair: pair)
    }
    #expect(error?.kind == .store)
    #expect(error?.message == "\(made.store) was opened for reading")
    #expect(error?.remedy == .openForWriting)
  }

  @Test("is told which of two texts is in another language, and of which kind the error is")
  func swappedTexts() throws {
    let french = "Le vote est clos et le sommet est fini pour les ministres des pays."
    let english = "The vote is closed and the summit is over for the ministers of the countries."
    let aligner = DocumentAligner(pair: pair)
    let swapped = #expect(throws: WorkspaceError.self) {
      try aligner.align(source: english, target: french)
    }
    #expect(swapped?.kind == .request)
    #expect(swapped?.place == nil)
    #expect(swapped?.message == "the source is in English, not in French")
    #expect(swapped?.remedy == .choosePair([pair.reversed]))
    let twice = #expect(throws: WorkspaceError.self) {
      try aligner.align(source: french, target: french)
    }
    #expect(twice?.message == "the target is in French, not in English")
  }

  @Test("aligns a text with a blank one, and gets links with nothing")
  func blankText() throws {
    let aligner = DocumentAligner(pair: pair)
    #expect(try aligner.align(source: " ", target: "").links.isEmpty)
    let links = try aligner.align(source: "Le vote est clos. C'est fini.", target: "").links
    #expect(links.flatMap(\.source) == [0, 1])
    #expect(links.flatMap(\.target).isEmpty)
  }

  @Test("stores what is sure of an aligned text with one call, and twice nothing")
  func aligned() throws {
    let workspace = try folder.workspace()
    let document = try workspace.documentAligner(pair: pair).align(
      source: "Le vote est clos. Le ministre a quitté Paris.",
      target: "The vote is closed. The minister has left Paris.", named: "story")
    let sure = document.units(minConfidence: AlignmentIntake.usualConfidence).count
    let added = try workspace.add(aligned: document, into: "stories")
    #expect((added.memory, added.counts.stored, added.counts.known) == ("stories", sure, 0))
    #expect(added.doubtful == document.units().count - sure)
    #expect(try workspace.add(aligned: document, into: "stories").counts.known == sure)
    #expect(try workspace.resources().map(\.name) == ["stories"])
  }

  @Test("is refused a minimum that is no score", arguments: [-1, 0, 103, 400])
  func minimum(number: Int) throws {
    let workspace = try folder.workspace()
    try workspace.add("Le vote est clos.", "The vote is closed.", pair: pair)
    var options = LookupOptions(pair: pair)
    options.minimum = number
    let lookup = #expect(throws: WorkspaceError.self) { try workspace.lookup(options) }
    #expect(lookup?.kind == .request)
    var suggest = SuggestOptions()
    suggest.minimum = number
    let suggested = #expect(throws: WorkspaceError.self) {
      try workspace.suggest(text: "Le vote est clos.", options: suggest)
    }
    #expect(suggested?.kind == .request)
  }

  @Test("names the folders of the lexicons, each of which holds something")
  func lexicons() throws {
    let empty = folder.file(".")
    let refused = #expect(throws: WorkspaceError.self) { try Workspace.useLexicons(in: empty) }
    #expect(refused?.kind == .request)
    let morphologies = Morphologies { LexiconFiles(folder: nil, executable: nil) }
    #expect(morphologies.morphology(of: .french).tagger == nil)
    try morphologies.use([Self.checkout + "/lexicon"])
    #expect(morphologies.morphology(of: .english).tagger != nil)
  }

  private static let checkout = #filePath.split(separator: "/").dropLast(3)
    .reduce("") { $0 + "/" + $1 }

  @Test("learns how to name the glossaries' folder")
  func glossaries() throws {
    let error = #expect(throws: WorkspaceError.self) {
      try Workspace.initialise(
        store: folder.file("desk.db"), withGlossaries: true,
        in: Surroundings(folder: folder.path, glossaries: folder.file("none")))
    }
    let remedy = try #require(error?.remedy?.description)
    #expect(remedy.contains("Surroundings.glossaries") && remedy.contains("CALQUE_GLOSSARIES"))
  }

  @Test("prints dates, formats and the places of terms")
  func values() throws {
    let month = try #require(PartialDate("2023-11"))
    #expect("\(month)" == "2023-11")
    #expect("\(FileFormat.tmx)" == "tmx")
    let workspace = try folder.workspace()
    try workspace.addTerm("sommet", "summit", pair: pair)
    let text = "Après l'été, le sommet."
    let term = try #require(try workspace.lookup(LookupOptions(pair: pair)).terms(text).first)
    #expect(text[utf8: term.range] == "sommet")
  }
}

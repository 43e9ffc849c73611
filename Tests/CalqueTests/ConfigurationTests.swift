import Calque
import CalqueModel
import TestSupport
import Testing

@Suite("The settings in calque.toml")
struct ConfigurationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("are read key by key")
  func everyKey() throws {
    let file = try folder.write(
      """
      # what is used here
      store = "sub/news.db"
      pair = "en-fr"
      min-score = 65
      limit = 3
      memories = ["news", "old: archive:-5"]
      glossaries = []
      check.metonym = "off"
      check.missing = "error"
      """, to: "calque.toml")
    let settings = try #require(try Configuration.read(file))
    #expect(settings.storePath == folder.file("sub/news.db"))
    #expect(settings.pair == LanguagePair("en-fr"))
    #expect((settings.minScore, settings.limit) == (65, 3))
    #expect(
      settings.memories
        == [ResourceChoice(name: "news"), ResourceChoice(name: "old: archive", penalty: 5)])
    #expect(settings.glossaries == [])
    #expect(settings.check == [.metonym: .off, .missing: .error])
  }

  @Test(
    "are refused with the line where they are wrong",
    arguments: [
      ("store = \"a.db\"\n\npairs = \"fr-en\"\n", 3, "unknown key 'pairs'"),
      ("[pair]\nx = 1\n", 1, "'pair' is a text"),
      ("# pair = 1\nlimit = 3\npair = \"frenglish\"\n", 3, "not a language pair"),
      ("min-score = \"70\"\n", 1, "a number from 1 to 102"),
      ("min-score = 103\n", 1, "a number from 1 to 102"),
      ("limit = 0\n", 1, "a number from 1"),
      ("memories = \"news\"\n", 1, "a list of names"),
      ("memories = [\"old:-500\"]\n", 1, "0 to 100"),
      ("store = a.db\n", 1, ""),
      ("check = \"off\"\n", 1, "'check' is a table of rules"),
      ("\n[check]\nname = \"off\"\nnumbre = \"off\"\n", 4, "unknown rule 'numbre'; the rules are"),
      ("[check]\nname = \"on\"\ndate = \"no\"\n", 3, "the level of 'date' is one of \"off\","),
      ("\ncheck = { name = false }\n", 2, "the level of 'name' is one of"),
      ("limit = 1\nlimit = 2\n", 2, ""),
    ])
  func wrong(text: String, line: Int, message: String) throws {
    let file = try folder.write(text, to: "calque.toml")
    let error = #expect(throws: WorkspaceError.self) { try Configuration.read(file) }
    #expect(error?.kind == .configuration)
    #expect((error?.place?.file, error?.place?.line) == (file, line))
    #expect(error?.message.contains(message) == true, "\(String(describing: error))")
  }

  @Test("name a resource and what its matches lose")
  func choices() {
    #expect(ResourceChoice("news") == ResourceChoice(name: "news"))
    #expect(ResourceChoice("news:-12") == ResourceChoice(name: "news", penalty: 12))
    #expect(ResourceChoice("a:b") == ResourceChoice(name: "a:b"))
    #expect(ResourceChoice("a:5") == ResourceChoice(name: "a:5"))
    #expect(ResourceChoice("a:-x") == ResourceChoice(name: "a:-x"))
    #expect(ResourceChoice("") == nil)
    #expect(ResourceChoice("news:-101") == nil)
    #expect(ResourceChoice("news:-99999999999999999999") == nil)
    #expect(ResourceChoice("news:-+5") == ResourceChoice(name: "news:-+5"))
    #expect(ResourceChoice(":-5") == nil)
    #expect("\(ResourceChoice(name: "news", penalty: 12))" == "news:-12")
  }
}

@Suite("Which store is used")
struct StoreLocationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("follows --store, then $CALQUE_STORE, then calque.toml upward, then the user's folder")
  func order() throws {
    _ = try folder.write("store = \"here.db\"\npair = \"fr-en\"\n", to: "calque.toml")
    var surroundings = Surroundings(
      folder: folder.file("a/b"), store: "/env/x.db", dataHome: "/home/me/.local/share")
    let option = try StoreLocation.find(named: "o.db", in: surroundings)
    #expect((option.path, option.origin) == ("o.db", .option))
    #expect(option.configuration.pair == LanguagePair("fr-en"))
    let environment = try StoreLocation.find(in: surroundings)
    #expect((environment.path, environment.origin) == ("/env/x.db", .environment))
    surroundings.store = nil
    let configured = try StoreLocation.find(in: surroundings)
    #expect((configured.path, configured.origin) == (folder.file("here.db"), .configuration))
    surroundings.folder = "/"
    let user = try StoreLocation.find(in: surroundings)
    #expect((user.path, user.origin) == ("/home/me/.local/share/calque/calque.db", .user))
    surroundings.dataHome = nil
    #expect(throws: WorkspaceError.self) { try StoreLocation.find(in: surroundings) }
  }

  @Test("is said with the way to make one, where it is not there")
  func missing() {
    let error = #expect(throws: WorkspaceError.self) {
      try Workspace(opening: StoreLocation(path: folder.file("none.db")))
    }
    #expect(error?.kind == .store)
    #expect(error?.remedy == .makeStore)
  }
}

@Suite("Making a store")
struct InitialiseTests {
  let folder: TemporaryFolder
  var surroundings: Surroundings { Surroundings(folder: folder.path) }

  init() throws { folder = try TemporaryFolder() }

  @Test("at a named place writes no calque.toml and heeds none")
  func named() throws {
    _ = try folder.write("this is not TOML", to: "calque.toml")
    let path = folder.file("own.db")
    let made = try Workspace.initialise(store: path, in: surroundings)
    #expect((made.isNew, made.store, made.configuration) == (true, path, nil))
    #expect(folder.names == ["calque.toml", "own.db"])
  }

  @Test("changes nothing where one stands")
  func standing() throws {
    _ = try Workspace.initialise(pair: LanguagePair("fr-en"), in: surroundings)
    let before = try folder.bytes(of: folder.file("calque.toml"))
    let again = try Workspace.initialise(pair: LanguagePair("de-en"), in: surroundings)
    #expect(!again.isNew)
    #expect(try folder.bytes(of: folder.file("calque.toml")) == before)
  }

  @Test("loads the glossaries of a folder, and makes nothing where there are none")
  func glossaries() throws {
    var surroundings = surroundings
    surroundings.glossaries = folder.file("none")
    #expect(throws: WorkspaceError.self) {
      try Workspace.initialise(withGlossaries: true, in: surroundings)
    }
    #expect(folder.names.isEmpty)
    surroundings.glossaries = folder.path
    _ = try folder.write("#fr\ten\nBercy\tMinistry of Economy\n", to: "government.fr-en.tsv")
    let made = try Workspace.initialise(withGlossaries: true, in: surroundings)
    #expect(made.glossaries.map(\.into) == ["government"])
    let workspace = try Workspace(opening: .find(in: surroundings))
    #expect(try workspace.resources().map(\.kind) == [.glossary])
  }

  @Test("makes nothing where a glossary cannot be read, and loads all once it can")
  func brokenGlossary() throws {
    try folder.makeFolder("shipped")
    var surroundings = surroundings
    surroundings.glossaries = folder.file("shipped")
    try folder.write("#fr\ten\ngrève\tstrike\n", to: "shipped/a.fr-en.tsv")
    try folder.write([UInt8]("#fr\ten\nun\tone\n".utf8) + [0xFF, 0x0A], to: "shipped/b.fr-en.tsv")
    let error = #expect(throws: WorkspaceError.self) {
      try Workspace.initialise(withGlossaries: true, in: surroundings)
    }
    #expect(error?.kind == .file)
    #expect("\(error.map { "\($0)" } ?? "")".contains("b.fr-en.tsv:3"))
    #expect(folder.names == ["shipped"])
    try folder.write("#fr\ten\nscrutin\tballot\n", to: "shipped/b.fr-en.tsv")
    let made = try Workspace.initialise(withGlossaries: true, in: surroundings)
    #expect((made.isNew, made.glossaries.map(\.into)) == (true, ["a", "b"]))
  }

  @Test("that is there loads the glossaries it lacks, and leaves the others as they are")
  func missingGlossaries() throws {
    try folder.makeFolder("shipped")
    var surroundings = surroundings
    surroundings.glossaries = folder.file("shipped")
    try folder.write("#fr\ten\ngrève\tstrike\n", to: "shipped/a.fr-en.tsv")
    _ = try Workspace.initialise(withGlossaries: true, in: surroundings)
    try folder.write("#fr\ten\ngrève\tindustrial action\n", to: "shipped/a.fr-en.tsv")
    try folder.write("#fr\ten\nscrutin\tballot\n", to: "shipped/b.fr-en.tsv")
    let again = try Workspace.initialise(withGlossaries: true, in: surroundings)
    #expect((again.isNew, again.glossaries.map(\.into)) == (false, ["b"]))
    let workspace = try Workspace(opening: .find(in: surroundings))
    #expect(try workspace.stats().holdings.map(\.rows) == [1, 1])
    #expect(try Workspace.initialise(withGlossaries: true, in: surroundings).glossaries.isEmpty)
  }

  @Test("lies beside the program where nothing names the glossaries")
  func glossaryFolder() {
    let surroundings = Surroundings(folder: "/", executable: "/opt/calque/bin/calque")
    #expect(surroundings.glossaryFolder == "/opt/calque/share/calque/glossaries")
  }

  @Test(
    "finds the glossaries of an installation, else those of a checkout, else where they are named")
  func findsGlossaries() throws {
    var surroundings = Surroundings(
      folder: "/", executable: folder.file("work/.build/release/calque"))
    for name in [
      "work", "work/glossaries", "work/.build", "work/.build/glossaries", "work/.build/share",
      "work/.build/share/calque", "work/.build/share/calque/glossaries",
    ] {
      try folder.makeFolder(name)
    }
    // A folder of that name without tables is none of glossaries.
    _ = try folder.write("", to: "work/.build/glossaries/README.md")
    _ = try folder.write("", to: "work/glossaries/names.fr-en.tsv")
    #expect(surroundings.glossaryFolder == folder.file("work/glossaries"))
    _ = try folder.write("", to: "work/.build/share/calque/glossaries/names.fr-en.tsv")
    #expect(surroundings.glossaryFolder == folder.file("work/.build/share/calque/glossaries"))
    surroundings.glossaries = folder.file("own")
    #expect(surroundings.glossaryFolder == folder.file("own"))
  }
}

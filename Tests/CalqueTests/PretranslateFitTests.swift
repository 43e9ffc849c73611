import Calque
import CalqueModel
import TestSupport
import Testing

@Suite("A filled segment")
struct PretranslateFitTests {
  let memory: FillingMemory

  init() throws { memory = try FillingMemory() }

  @Test(
    "gives the translation the white space at the ends of the segment, and the score stays",
    arguments: [
      ("Un jour", "One day"), (" Un jour ", " One day "), ("Un jour\\n", "One day\\n"),
      ("\\n\\tUn jour", "\\n\\tOne day"), ("Une nuit", "One night"),
      ("Une nuit\\n", "One night\\n"),
    ])
  func outerSpace(source: String, target: String) throws {
    let pair = try #require(LanguagePair("fr-en"))
    try memory.workspace.add("Une nuit\n", "One night \n", pair: pair)
    let header = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
    let (text, result) = try memory.fill(header + "msgid \"\(source)\"\nmsgstr \"\"\n", "a.po")
    #expect(result.filled == 1 && result.bands.size(.exact).segments == 1)
    let lines = text.split(separator: "\n").filter {
      !$0.hasPrefix("msg") || $0.hasPrefix("msgstr")
    }
    let filled = lines.joined().replacing("\"\"", with: "")
    #expect(filled.hasSuffix("\"\(target)\""), "\(text)")
  }

  @Test("prefers, among equals, the unit of the segment's own context")
  func context() throws {
    let po = """
      msgid ""
      msgstr "Language: en\\nX-Source-Language: fr\\n"

      msgctxt "menu"
      msgid "Ouvrir le dossier"
      msgstr "@1"

      msgid "Ouvrir le dossier"
      msgstr "@2"

      msgctxt "title"
      msgid "Ouvrir le dossier"
      msgstr "@3"

      """
    let texts = ["Open folder", "Open the folder", "Opening the folder"]
    func written(_ texts: [String]) -> String {
      texts.enumerated().reduce(po) { $0.replacing("@\($1.0 + 1)", with: $1.1) }
    }
    _ = try memory.workspace.importText(written(texts), named: "m.po")
    let (text, result) = try memory.fill(written(["", "", ""]), "a.po")
    #expect(result.filled == 3)
    #expect(text.replacing("#, fuzzy\n", with: "") == written(texts))
  }

  private static let cut = """
    <trans-unit id="1"><source>Un jour. Une nuit.</source>\r
      <seg-source><mrk mtype="seg" mid="0">Un jour</mrk>. <mrk mtype="seg" mid="1">Une nuit</mrk>.\
    </seg-source>@1</trans-unit>
    """

  @Test(
    "of plain XLIFF 1 fills the sentences into which a file cuts a trans-unit, and keeps the marks",
    arguments: [
      ("", "\r\n  <target state=\"needs-review-translation\">@</target>"),
      ("<target/>", "<target state=\"needs-review-translation\">@</target>"),
      (
        "<target state='new' a=\"b\">\n</target>",
        "<target a=\"b\" state=\"needs-review-translation\">@</target>"
      ),
      (
        "<target><mrk mtype=\"seg\" mid=\"0\"/>. <mrk mtype=\"seg\" mid=\"1\"></mrk>.</target>",
        "<target state=\"needs-review-translation\">@</target>"
      ),
    ])
  func sentences(before: String, after: String) throws {
    let pair = try #require(LanguagePair("fr-en"))
    try memory.workspace.add("Une nuit", "One night", pair: pair)
    try memory.workspace.add("Un four", "One oven", pair: pair)
    let file = memory.first(Self.cut.replacing("@1", with: before))
    let (text, result) = try memory.fill(file, "a.xlf")
    let target =
      "<mrk mtype=\"seg\" mid=\"0\">One day</mrk>. "
      + "<mrk mtype=\"seg\" mid=\"1\">One night</mrk>."
    let list = text.components("<alt-trans")
    #expect(list.count > 1 && list[1].hasPrefix(" mid=\"0\" match-quality="))
    let proposals = list.dropFirst().map { "\r\n  <alt-trans" + $0.components("</alt-trans>")[0] }
    let added = proposals.map { $0 + "</alt-trans>" }.joined()
    #expect(
      text
        == memory.first(Self.cut.replacing("@1", with: after.replacing("@", with: target) + added)))
    #expect((result.segments, result.filled) == (2, 2))
    #expect(
      try memory.workspace.analyse(memory.folder.file("a.xlf")).bands.size(.exact).segments == 2)
  }

  @Test("of plain XLIFF 1 fills a trans-unit as a whole if the memory has it whole")
  func whole() throws {
    let units =
      Self.cut.replacing(
        "@1",
        with: "<target><mrk mtype=\"seg\" mid=\"0\">A day</mrk>. "
          + "<mrk mtype=\"seg\" mid=\"1\">A night</mrk>.</target>")
    _ = try memory.workspace.importText(memory.first(units), named: "m.xlf")
    let (text, result) = try memory.fill(memory.first(Self.cut.replacing("@1", with: "")), "a.xlf")
    #expect((result.segments, result.filled) == (1, 1))
    let content =
      "<mrk mtype=\"seg\" mid=\"0\">A day</mrk>. <mrk mtype=\"seg\" mid=\"1\">A night</mrk>."
    #expect(text.contains("state-qualifier=\"exact-match\">\(content)</target>"))
    #expect(
      try memory.workspace.analyse(memory.folder.file("a.xlf")).bands.size(.exact).segments == 2)
  }

  @Test(
    "refuses a pair that contradicts the file's languages", arguments: ["en-fr", "de-it", "fr-de"])
  func contradiction(pair: String) throws {
    let path = try memory.folder.write(
      memory.first("<trans-unit id='1'><source>Un jour</source></trans-unit>"), to: "a.xlf")
    let options = PretranslateOptions(pair: LanguagePair(pair))
    let error = #expect(throws: WorkspaceError.self) {
      try memory.workspace.pretranslate(path, options: options)
    }
    #expect(error?.kind == .request && error?.remedy == .choosePair([LanguagePair("fr-en")!]))
    let analysis = #expect(throws: WorkspaceError.self) {
      try memory.workspace.analyse(path, options: AnalysisOptions(pair: LanguagePair(pair)))
    }
    #expect(analysis?.kind == .request)
  }

  private static let unnamed = """
    msgid "The file could not be opened, because it is not there."
    msgstr "@1"

    msgid "Save the document and close the window"
    msgstr "@2"

    """

  private static func catalogue(_ texts: [String]) -> String {
    unnamed.replacing("@1", with: texts[0]).replacing("@2", with: texts[1])
  }

  @Test("turns round the store's pair for a file that names no languages, if its texts say so")
  func direction() throws {
    let texts = [
      "Le fichier n’a pas pu être ouvert, parce qu’il n’est pas là.",
      "Enregistrer le document et fermer la fenêtre",
    ]
    let report = try memory.workspace.importText(Self.catalogue(texts), named: "m.po")
    #expect(report.warnings.contains { $0.message.contains("en-fr") })
    #expect(report.doubtful.isEmpty && report.counts.stored == 2)
    let path = try memory.folder.write(Self.catalogue(["", ""]), to: "a.po")
    let result = try memory.workspace.pretranslate(path)
    #expect(result.filled == 2 && result.warning?.contains("en-fr") == true)
    let analysis = try memory.workspace.analyse(path)
    // The two follow each other in the memory as well.
    #expect(analysis.bands.size(.context).segments == 2)
    #expect(analysis.pair == LanguagePair("en-fr"))
  }

  @Test("asks for the pair of a file whose texts do not tell their languages")
  func undecided() throws {
    let path = try memory.folder.write("msgid \"OK\"\nmsgstr \"Ok\"\n", to: "a.po")
    let tries: [() throws -> Void] = [
      { _ = try memory.workspace.importFile(path) },
      { _ = try memory.workspace.pretranslate(path) },
      { _ = try memory.workspace.analyse(path) },
    ]
    for each in tries {
      let error = #expect(throws: WorkspaceError.self) { try each() }
      #expect(error?.remedy == .namePair)
    }
    let options = PretranslateOptions(pair: LanguagePair("fr-en"))
    #expect(try memory.workspace.pretranslate(path, options: options).segments == 1)
  }
}

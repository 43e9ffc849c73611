import Calque
import CalqueModel
import TestSupport
import Testing

@Suite("The check of a translation")
struct CheckTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace

  private static let header =
    "#fr\ten\tnote\tdomain\tpos\tgender\tfr_variants\ten_variants\ten_avoid\tflags\tvalid\n"

  init() throws {
    folder = try TemporaryFolder()
    let made = try Workspace.initialise(
      store: folder.file("t.db"), in: Surroundings(folder: folder.path))
    workspace = try Workspace(opening: StoreLocation(path: made.store), for: .writing)
  }

  private func load(_ rows: String...) throws {
    let text = Self.header + rows.joined(separator: "\n") + "\n"
    _ = try workspace.importFile(
      folder.write(text, to: "desk.fr-en.tsv"), options: ImportOptions(kind: .glossary))
  }

  private func check(
    _ french: String, _ english: String, _ change: (inout CheckOptions) -> Void = { _ in }
  ) throws -> CheckReport {
    var options = CheckOptions()
    options.pair = LanguagePair("fr-en")
    options.isPresegmented = true
    change(&options)
    return try workspace.check(text: french, against: english, named: ("f", "e"), options)
  }

  /// The findings in a short form: `error forbidden ruling [2:5]`.
  private func text(_ report: CheckReport) -> [String] {
    report.findings.map {
      "\($0.severity.rawValue) \($0.rule.rawValue) \($0.target.text) [\($0.target.line):\($0.target.column)]"
    }
  }

  @Test("accepts every form of a rendering, and misses one that is not there")
  func missing() throws {
    try load(
      "redressement judiciaire\tcourt-ordered restructuring\t\t\tnoun\tm\t\treceivership\t\t\t")
    let right = try check(
      "Deux redressements judiciaires.\nUn redressement judiciaire.",
      "Two court-ordered restructurings.\nA receivership.")
    #expect(right.findings.filter { $0.rule != .inconsistent }.isEmpty)
    #expect(right.terms == 2)
    let wrong = try check("Un redressement judiciaire.", "A recovery in court.")
    #expect(text(wrong) == ["warning missing A recovery in court. [1:1]"])
    let finding = try #require(wrong.findings.first)
    #expect(finding.term == "redressement judiciaire")
    #expect(finding.expected == ["court-ordered restructuring", "receivership"])
    #expect(finding.source.text == "redressement judiciaire")
  }

  @Test("reports a forbidden form only for its own term, and only where no right one is there")
  func forbidden() throws {
    try load("sommet\tsummit\t\t\tnoun\tm\t\t\ttop\t\t")
    #expect(text(try check("Le sommet.", "The top.")) == ["error forbidden top [1:5]"])
    #expect(try check("Le sommet.", "The summit is at the top.").findings.isEmpty)
    #expect(try check("Le haut.", "The top.").findings.isEmpty)
    try load("clé\tkey\t\t\tnoun\tf\t\t\tspare wrench|city\t\t")
    for wrong in ["spare wrench", "spare wrenches", "Spare wrenchs", "cities", "citys"] {
      #expect(text(try check("Les clés.", wrong + ".")) == ["error forbidden \(wrong) [1:1]"])
    }
    #expect(try check("Les clés.", "The keys, no citys.").findings.isEmpty)
  }

  @Test("gives a rule's findings the level that is asked for, and leaves its notes alone")
  func levels() throws {
    try load(
      "propagation\tspread\t\t\tnoun\tf\t\tpropagation\t\t\t",
      "sommet\tsummit\t\t\tnoun\tm\t\t\t\t\t")
    let (french, english) = (
      "La propagation de 8 cas.\nLe sommet.", "It propagates in 9 cases.\nThe meeting."
    )
    func severities(_ levels: [CheckFinding.Rule: CheckFinding.Level]) throws -> [String] {
      try check(french, english) { $0.levels = levels }.findings.map {
        "\($0.severity.rawValue) \($0.rule.rawValue)"
      }
    }
    let usual = ["note missing", "error number", "warning missing"]
    #expect(try severities([:]) == usual)
    #expect(try severities([.number: .on]) == usual)
    #expect(
      try severities([.number: .warning, .missing: .error]) == [
        "note missing", "warning number", "error missing",
      ])
    #expect(try severities([.missing: .off]) == ["error number"])
    #expect(
      try severities([.missing: .note, .number: .note]) == [
        "note missing", "note number", "note missing",
      ])
  }

  @Test(
    "takes a dateline for no sentence without translation",
    arguments: [
      (
        "PARIS — Le gouvernement a annoncé une réforme.",
        "PARIS — The government announced a reform."
      ),
      (
        "PARIS, 9 décembre 2025 (AFP) - Le gouvernement a annoncé une réforme.",
        "PARIS (AFP) - The government announced a reform."
      ),
      ("LONDRES - Le gouvernement a annoncé une réforme.", "The government announced a reform."),
    ])
  func dateline(french: String, english: String) throws {
    #expect(text(try check(french, english) { $0.isPresegmented = false }) == [])
  }

  @Test(
    "words what is expected as it can be put in place",
    arguments: [
      ("Il coûte 2,5 milliards d'euros.", "It costs 2.5 million euros.", ["2.5 billion euros"]),
      ("Il coûte 3 millions d'euros.", "It costs €2 million.", ["€3 million"]),
      ("Il y a 4 500 cas.", "There are 4,600 cases.", ["4,500"]),
      ("Depuis 2023, rien.", "Since 2022, nothing.", ["2023"]),
    ])
  func wording(french: String, english: String, expected: [String]) throws {
    #expect(try check(french, english).findings.flatMap(\.expected) == expected)
  }

  @Test("expects no number that the text itself has in its place")
  func sameNumber() throws {
    let finding = try #require(try check("Le 3 mai.", "May 5.").findings.first)
    #expect(!finding.message.contains("expected"))
  }

  @Test("takes a name that a term renders for no changed name")
  func termName() throws {
    try load("Bercy\tMinistry of Economy\t\t\t\t\t\t\t\t\t")
    #expect(try check("Bercy a tranché.", "The Ministry of Economy has decided.").findings.isEmpty)
    #expect(
      try check("Bercy a vu Kowalski.", "The Ministry of Economy met Petrov.").findings.map(\.rule)
        == [.name])
  }

  @Test("notes what is only reworded, and a rendering that differs from the others")
  func notes() throws {
    try load("propagation\tspread\t\t\tnoun\tf\t\tpropagation\t\t\t")
    #expect(
      text(try check("La propagation continue.", "It propagates still."))
        == ["note missing It propagates still. [1:1]"])
    let mixed = try check(
      "La propagation.\nLa propagation.\nLa propagation.",
      "The spread.\nThe propagation.\nThe spread.")
    #expect(text(mixed) == ["note inconsistent propagation [2:5]"])
    #expect(mixed.heaviest == .note)
  }

  @Test("notes a place that stands for an institution where it is left bare first")
  func metonyms() throws {
    try load("Bercy\tMinistry of Economy\t\t\tproper noun\t\t\t\t\tmetonym|case\t")
    #expect(
      text(try check("Bercy calcule.\nBercy dit non.", "Bercy is counting.\nBercy says no."))
        == [
          "note metonym Bercy is counting. [1:1]", "warning missing Bercy says no. [2:1]",
        ])
  }

  @Test("points at the words behind emoji and accents, in bytes and in scalars")
  func places() throws {
    let report = try check("👩‍👩‍👧 d\u{E9}jà 8 400 cas\r\n\r\nOui", "👩‍👩‍👧 already 840 cases\r\n\r\nYes")
    let finding = try #require(report.findings.first)
    #expect(finding.rule == .number)
    #expect(finding.source.text == "8 400" && finding.target.text == "840")
    #expect(finding.target.range == 27..<30)
    #expect(finding.target.column == 15)
    #expect(finding.expected == ["8,400"])
    #expect(report.findings.count == 1)
  }

  @Test("aligns running texts and tells the sentence that has no translation")
  func aligned() throws {
    let report = try check(
      "Le ministre a parlé lundi. Le texte sera voté en mars. Les syndicats protestent.",
      "The minister spoke on Monday. The unions are protesting."
    ) { $0.isPresegmented = false }
    #expect(report.findings.contains { $0.rule == .empty && $0.source.text.contains("mars") })
  }

  @Test("refuses segmented texts of unequal length, and leaves ignored rules out")
  func options() throws {
    #expect(throws: WorkspaceError.self) { try check("a\nb", "a") }
    let report = try check("Le 4 mai", "On May 5") { $0.ignored = [.date] }
    #expect(report.findings.isEmpty)
  }

  @Test("writes SARIF whose parts are those of the standard")
  func sarif() throws {
    let report = try check("Il a 4 ans.", "He is 5.")
    let sarif = report.sarif
    for part in [
      "\"version\":\"2.1.0\"", "\"ruleId\":\"number\"", "\"level\":\"error\"", "\"startLine\":1",
      "\"columnKind\":\"unicodeCodePoints\"", "\"uri\":\"e\"",
    ] {
      #expect(sarif.contains(part), "\(part)")
    }
  }
}

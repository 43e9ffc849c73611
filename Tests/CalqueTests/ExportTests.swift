import Calque
import CalqueFormats
import CalqueModel
import TestSupport
import Testing

@Suite("An export")
struct ExportTests {
  let folder: TemporaryFolder
  let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    workspace = try folder.workspace()
  }

  private let french = "#fr\ten\tnote\nsommet\tsummit\tréunion\nsommet\tpeak\t\n"

  @Test("of a memory comes back as it was", arguments: [FileFormat.tmx, .tsv, .csv])
  func memory(format: FileFormat) throws {
    let source = try folder.write(
      "La France «\u{A0}accueillera\u{A0}» le sommet.\tFrance will host the summit.\nOui\tYes\n",
      to: "news.fr-en.tsv")
    _ = try workspace.importFile(source, options: ImportOptions(kind: .memory))
    let file = folder.file("out.\(format.rawValue)")
    let report = try workspace.export(
      ExportOptions(from: "news", pair: LanguagePair("fr-en")), toFile: file)
    #expect((report.rows, report.format, report.losses) == (2, format, [:]))
    let again = try workspace.importFile(
      file, options: ImportOptions(kind: .memory, into: "news", pair: LanguagePair("fr-en")))
    #expect((again.counts.stored, again.counts.known) == (0, 2))
    let twice = folder.file("twice.\(format.rawValue)")
    _ = try workspace.export(
      ExportOptions(from: "news", pair: LanguagePair("fr-en")), toFile: twice)
    #expect(try folder.bytes(of: twice) == folder.bytes(of: file))
  }

  @Test("of a glossary is a glossary of ours, also in a file that is named .tsv")
  func glossary() throws {
    let source = try folder.write(french, to: "diplomatie.tsv")
    _ = try workspace.importFile(source)
    let file = folder.file("out.tsv")
    let report = try workspace.export(toFile: file)
    #expect((report.rows, report.format) == (2, .glossary))
    let again = try workspace.importFile(file, options: ImportOptions(into: "diplomatie"))
    #expect((again.counts.stored, again.counts.known) == (0, 2))
  }

  @Test("leaves a device a device, and replaces the file behind a link")
  func unusualTargets() throws {
    _ = try workspace.add("oui", "yes", pair: #require(LanguagePair("fr-en")))
    #expect(throws: WorkspaceError.self) { try workspace.export(toFile: "/dev/full") }
    #expect(try !folder.isPlainFile("/dev/full"))
    let file = try folder.write("old", to: "real.tmx")
    try folder.link("link.tmx", to: file)
    _ = try workspace.export(toFile: folder.file("link.tmx"))
    #expect(try folder.bytes(of: file).count > 10)
    #expect(!folder.names.contains { $0.hasSuffix(".part") })
  }

  @Test("asks which, where the store holds several")
  func several() throws {
    let pair = try #require(LanguagePair("fr-en"))
    _ = try workspace.add("oui", "yes", pair: pair, into: "a")
    _ = try workspace.add("oui", "yes", pair: pair, into: "b")
    let error = #expect(throws: WorkspaceError.self) {
      try workspace.export(toFile: folder.file("x.tmx"))
    }
    #expect(error?.kind == .request)
    #expect("\(error.map { "\($0)" } ?? "")".contains("a (memory), b (memory)"))
    #expect(!folder.names.contains("x.tmx"))
  }

  @Test("of a glossary in a format of memories writes its terms, and the reverse")
  func otherKind() throws {
    let source = try folder.write(french, to: "diplomatie.tsv")
    _ = try workspace.importFile(source)
    let terms = try workspace.exportText(ExportOptions(format: .tmx))
    #expect(terms.report.rows == 2)
    #expect(terms.text.contains("<seg>summit</seg>"))
    let pair = try #require(LanguagePair("fr-en"))
    _ = try workspace.add("oui", "yes", pair: pair, into: "news")
    // With a memory, a format of memories means the memory, unless the glossary is named.
    #expect(try workspace.exportText(ExportOptions(format: .tmx)).report.resource.name == "news")
    let named = try workspace.exportText(ExportOptions(from: "diplomatie", format: .tmx))
    #expect(named.text == terms.text)
    let units = try workspace.exportText(ExportOptions(from: "news", format: .multiTerm))
    #expect(units.report.rows == 1)
    #expect(units.text.contains("<term>oui</term>"))
    let error = #expect(throws: WorkspaceError.self) {
      try workspace.exportText(ExportOptions(from: "news", kind: .glossary))
    }
    #expect(error?.message.contains("no glossary 'news'") == true)
  }
}

@Suite("A conversion to two files")
struct MosesConversionTests {
  @Test("and back keeps the texts; what has no pair is lost and counted")
  func both() throws {
    let folder = try TemporaryFolder()
    let table = try folder.write(
      "fr\ten\nUn.\tOne.\nDeux.\t\nTrois.\tThree.\n", to: "a.tsv")
    let (source, target) = (folder.file("c.fr"), folder.file("c.en"))
    let report = try Conversion.convert(
      table, toMoses: source, target,
      options: ConversionOptions(reading: FormatOptions(kind: .memory)))
    #expect(report.rows == 2)
    #expect(try folder.bytes(of: source) == Array("Un.\nTrois.\n".utf8))
    #expect(try folder.bytes(of: target) == Array("One.\nThree.\n".utf8))
    var options = ConversionOptions(format: .csv)
    options.moses = target
    let back = folder.file("back.csv")
    #expect(try Conversion.convert(source, toFile: back, options: options).rows == 2)
    #expect(try folder.bytes(of: back) == Array("fr,en\nUn.,One.\nTrois.,Three.\n".utf8))
  }
}

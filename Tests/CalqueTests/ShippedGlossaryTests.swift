import CalqueFormats
import CalqueModel
import Foundation
import Testing

@Suite("A shipped glossary")
struct ShippedGlossaryTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("glossaries")

  /// The files in the folder, in the order of their names.
  static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".tsv") }.sorted()

  @Test("has a line in the readme's table, and each of the table's files is there")
  func named() throws {
    let readme = try String(
      contentsOf: Self.folder.appendingPathComponent("README.md"), encoding: .utf8)
    let table = readme.components(separatedBy: "\n").compactMap { line in
      line.split(separator: "`").dropFirst().first.flatMap { name in
        line.hasPrefix("| `") && name.hasSuffix(".tsv") ? String(name) : nil
      }
    }
    #expect(table.sorted() == Self.names)
    #expect(Self.names.count > 3)
  }

  @Test("keeps the rules of the readme", arguments: names)
  func lint(name: String) throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    let findings = GlossaryLint(name: name, text: text).findings()
    #expect(findings.isEmpty, "\n\(findings.joined(separator: "\n"))")
  }

  @Test("is read without a warning, a concept a line", arguments: names)
  func read(name: String) throws {
    let path = Self.folder.appendingPathComponent(name).path
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").count
    let reader = try FileReader(path: path)
    #expect(reader.detected.format == .glossary)
    #expect(reader.detected.languages == ["fr", "en"])
    var concepts = 0
    try reader.read { event in
      switch event {
      case .header: break
      case .concept: concepts += 1
      case .unit, .skipped, .refused, .warning: Issue.record("\(event)")
      }
    }
    #expect(concepts == lines - 2)
  }

  @Test("puts nothing first that another entry forbids for the same term")
  func traps() throws {
    let rows = try Self.names.flatMap { name in
      let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
      return text.split(separator: "\n").enumerated().dropFirst(2).map { place, line in
        (file: name, row: GlossaryRow(String(line), line: place + 1))
      }
    }
    #expect(rows.count > 600)
    let findings = GlossaryTraps(rows: rows).findings()
    #expect(findings.isEmpty, "\n\(findings.joined(separator: "\n"))")
  }

  @Test("that puts a forbidden rendering first is reported with both lines")
  func trapFindings() {
    func row(
      _ french: String, _ english: String, avoided: String, flags: String = "", line: Int
    ) -> GlossaryRow {
      GlossaryRow(
        "\(french)\t\(english)\t\tx\tnoun\tm\tla cime\t\t\(avoided)\t\(flags)\t\t\t",
        line: line)
    }
    let rows = [
      (file: "a", row: row("sommet", "summit", avoided: "Peak|top", line: 3)),
      (file: "b", row: row("Sommet", "peak", avoided: "", line: 5)),
      (file: "b", row: row("faîte", "summit", avoided: "peak", line: 6)),
      (file: "b", row: row("sommet", "top", avoided: "", flags: "en-fr", line: 7)),
    ]
    #expect(
      GlossaryTraps(rows: rows).findings() == [
        "b:5: Sommet = peak, forbidden in a:3", "b:5: la cime = peak, forbidden in b:6",
      ])
  }

  @Test("that breaks a rule is reported with its line")
  func findings() {
    let header = GlossaryRow.header.joined(separator: "\t")
    let title = "# Calque glossary: x -*- coding: utf-8 -*- CC0-1.0"
    let row = "sommet\tsummit\t\tx\tnoun\tm\tSommet\t\tsummit\tnew\t2024..2023\tla cime\tthe summit"
    let lint = GlossaryLint(name: "x.fr-en.tsv", text: "\(title)\n\(header)\n\(row)\na\tb\n")
    let findings = lint.findings()
    for what in [
      "x.fr-en.tsv:4: 2 columns", "x.fr-en.tsv: only 1 entries", "3: sommet: flag 'new'",
      "3: sommet: an item that is empty or stands twice: sommet|sommet",
      "3: sommet: 'summit' right and avoided", "3: sommet: dates '2024..2023'",
      "3: sommet: not in its example 'la cime'",
    ] {
      #expect(findings.contains { $0.hasSuffix(what) }, "\(what) in \(findings)")
    }
    #expect(findings.count == 7)
  }
}

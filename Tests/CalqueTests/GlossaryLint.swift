import CalqueModel
import CalqueTerms
import CalqueText
import Foundation

/// The rules of `glossaries/README.md`, and what in a file does not keep them.
struct GlossaryLint {
  /// The name of the file: `diplomacy.fr-en.tsv`.
  let name: String
  /// Its text.
  let text: String

  private var domain: String { String(name.prefix { $0 != "." }) }

  /// What is wrong, one finding a value, as `file:line: what`.
  func findings() -> [String] {
    guard text.hasSuffix("\n"), !text.contains("\r"), !text.hasPrefix("\u{FEFF}") else {
      return ["\(name): lines end in LF, the last one too; there is no byte order mark"]
    }
    let lines = text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    var findings = headerFindings(lines)
    let header = lines.count > 1 ? lines[1].components(separatedBy: "\t") : []
    let columns = max(header.count, GlossaryRow.header.count)
    var rows = [GlossaryRow]()
    for (place, line) in lines.enumerated().dropFirst(2) {
      let row = GlossaryRow(line, line: place + 1, header: header)
      if row.values.count == columns {
        rows.append(row)
      } else {
        findings.append("\(name):\(row.line): \(row.values.count) columns")
      }
    }
    if rows.count < 60 { findings.append("\(name): only \(rows.count) entries") }
    for row in rows {
      for rule in Self.rules {
        findings += rule(self, row).map { "\(name):\(row.line): \(row.french): \($0)" }
      }
    }
    return findings + orderFindings(rows)
  }

  private func headerFindings(_ lines: [String]) -> [String] {
    var findings = [String]()
    let first = lines.first ?? ""
    if !first.hasPrefix("# Calque glossary: ")
      || !first.hasSuffix(" -*- coding: utf-8 -*- CC0-1.0")
    {
      findings.append("\(name):1: '# Calque glossary: … -*- coding: utf-8 -*- CC0-1.0'")
    }
    if lines.count < 2 || !GlossaryRow.isHeader(lines[1].components(separatedBy: "\t")) {
      findings.append("\(name):2: the header")
    }
    return findings
  }

  private func orderFindings(_ rows: [GlossaryRow]) -> [String] {
    var findings = [String]()
    var pairs: Set<[String]> = []
    for row in rows where !pairs.insert([row.french, row.english]).inserted {
      findings.append("\(name):\(row.line): \(row.french) = \(row.english) stands twice")
    }
    for (row, next) in zip(rows, rows.dropFirst()) where !isBefore(row, next) {
      findings.append("\(name):\(next.line): \(next.french) belongs before \(row.french)")
    }
    return findings
  }

  private func isBefore(_ row: GlossaryRow, _ next: GlossaryRow) -> Bool {
    let (a, b) = (Array(folded(row.french).utf8), Array(folded(next.french).utf8))
    return a == b
      ? row.written.utf8.lexicographicallyPrecedes(next.written.utf8)
      : a.lexicographicallyPrecedes(b)
  }
}

extension GlossaryLint {
  private typealias Rule = @Sendable (GlossaryLint, GlossaryRow) -> [String]

  private static let rules: [Rule] = [spelling, words, lists, avoided, validity, examples]

  private static let spelling: Rule = { _, row in
    var findings = [String]()
    if Array(row.written.unicodeScalars)
      != Array(row.written.precomposedStringWithCanonicalMapping.unicodeScalars)
    {
      findings.append("not NFC")
    }
    if row.values.contains(where: { $0.count != trimmed($0).count }) {
      findings.append("space at the end of a value")
    }
    if row.written.unicodeScalars.contains(where: {
      "’‘“”‑–—\u{A0}\u{202F}".unicodeScalars.contains($0)
    }) {
      findings.append("an apostrophe, quote, dash or space that no keyboard writes")
    }
    if row.french.isEmpty || row.english.isEmpty { findings.append("an empty side") }
    return findings
  }

  private static let words: Rule = { lint, row in
    var findings = [String]()
    if row.domain != lint.domain { findings.append("domain '\(row.domain)'") }
    if !["noun", "proper noun", "verb", "adjective", "phrase"].contains(row.partOfSpeech) {
      findings.append("part of speech '\(row.partOfSpeech)'")
    }
    if !["m", "f", "mf", ""].contains(row.gender) { findings.append("gender '\(row.gender)'") }
    let flags = ["metonym", "ambiguous", "false-friend", "do-not-translate", "case"]
    for flag in row.flags where !(flags + GlossaryRow.directions).contains(flag) {
      findings.append("flag '\(flag)'")
    }
    if row.flags.count(where: GlossaryRow.directions.contains) > 1 {
      findings.append("one-way in both directions")
    }
    return findings
  }

  /// Each item once; what is found only with its capitals may stand with others as well.
  private static let lists: Rule = { _, row in
    let isCase = row.flags.contains("case")
    let french = ([row.french] + row.frenchVariants + row.frenchForms).map { term in
      isCase || isAcronym(term) ? term : folded(term)
    }
    let lists = [
      french, ([row.english] + row.englishVariants + row.englishForms).map(folded),
      row.avoided.map(folded), row.flags,
    ]
    return lists.flatMap { list in
      Set(list).count == list.count && !list.contains("") && list.allSatisfy { $0 == trimmed($0) }
        ? [] : ["an item that is empty or stands twice: \(list.joined(separator: "|"))"]
    }
  }

  private static func isAcronym(_ term: String) -> Bool {
    term.unicodeScalars.count > 1 && term.unicodeScalars.allSatisfy(\.properties.isUppercase)
  }

  private static let avoided: Rule = { _, row in
    let right = Set(([row.english] + row.englishVariants).map(folded))
    return row.avoided.filter { right.contains(folded($0)) }.map { "'\($0)' right and avoided" }
  }

  private static let validity: Rule = { _, row in
    Validity(row.validity) == nil ? ["dates '\(row.validity)'"] : []
  }

  private static let examples: Rule = { _, row in
    guard row.frenchExample.isEmpty == row.englishExample.isEmpty else {
      return ["an example in one language"]
    }
    guard !row.frenchExample.isEmpty else { return [] }
    var findings = [String]()
    if !holds(
      [row.french] + row.frenchVariants + row.frenchForms, of: row, in: row.frenchExample, "fr")
    {
      findings.append("not in its example '\(row.frenchExample)'")
    }
    if !holds([row.english] + row.englishVariants, of: row, in: row.englishExample, "en") {
      findings.append("no rendering in its example '\(row.englishExample)'")
    }
    return findings
  }

  /// Whether the recogniser finds one of the terms in a text.
  private static func holds(
    _ terms: [String], of row: GlossaryRow, in text: String, _ language: LanguageTag
  ) -> Bool {
    let isFrench = language == "fr"
    let flags = isFrench && row.flags.contains("case") ? TermFlags.caseSensitive : []
    let recogniser = Recogniser(
      terms: terms.enumerated().map { number, term in
        RecogniserTerm(
          number: number, text: term, partOfSpeech: row.partOfSpeech,
          gender: isFrench ? row.gender : nil, flags: flags)
      }, language: language)
    return !recogniser.terms(in: text).isEmpty
  }
}

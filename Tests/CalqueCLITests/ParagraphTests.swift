import TestSupport
import Testing

@testable import CalqueCLI

@Suite("A paragraph")
struct ParagraphTests {
  private func lines(_ text: String, _ width: Int) -> [String] {
    Paragraph(text).lines(width: width).map(\.text)
  }

  @Test("does not end a line behind the cross of what is forbidden")
  func cross() {
    let paragraph = Paragraph(avoided: ["guard of the seals", "seals"])
    for width in 8...40 {
      #expect(!paragraph.lines(width: width).contains { $0.text.hasSuffix("✗") }, "\(width)")
    }
    #expect(
      paragraph.lines(width: 22).map(\.text) == ["✗ guard of the seals ·", "seals"])
  }

  @Test(
    "ends a line at white space, and keeps together what belongs together",
    arguments: [
      ("", 10, [""]),
      ("un deux trois", 7, ["un deux", "trois"]),
      ("un deux trois", 6, ["un", "deux", "trois"]),
      ("anticonstitutionnellement vôtre", 10, ["anticonstitutionnellement", "vôtre"]),
      ("a  b", 10, ["a  b"]), ("a  b", 3, ["a", "b"]),
      // No line ends at a space that does not break.
      ("dit\u{A0}: oui", 5, ["dit\u{A0}:", "oui"]),
      ("12\u{202F}000 euros", 6, ["12\u{202F}000", "euros"]),
      // Nor before a mark that French sets apart, nor between groups of digits.
      ("il dit « oui »", 10, ["il dit", "« oui »"]), ("il dit : oui", 7, ["il", "dit :", "oui"]),
      ("12 000 euros", 6, ["12 000", "euros"]), ("en 12 345 6789", 6, ["en", "12 345", "6789"]),
      ("12 3456", 4, ["12", "3456"]),
      ("! ! ! !", 3, ["! !", "! !"]),
      // Two columns a letter; none for an accent of its own.
      ("東京 大阪 京都", 9, ["東京 大阪", "京都"]), ("🙂 🙂 🙂", 5, ["🙂 🙂", "🙂"]),
      ("e\u{301}te\u{301} été", 7, ["e\u{301}te\u{301} été"]),
      // A word of Chinese that is wider than a line ends it between two letters.
      ("東京都大阪府", 7, ["東京都", "大阪府"]), ("un 東京都大阪府。", 8, ["un", "東京都大", "阪府。"]),
      // Harmless on a terminal.
      ("a\u{1B}[0m b\nc", 20, ["a\\u{1B}[0m b\\nc"]),
    ])
  func wraps(text: String, width: Int, expected: [String]) {
    #expect(lines(text, width).map { Array($0.utf8) } == expected.map { Array($0.utf8) })
  }

  private func marked(_ width: Int) -> [String] {
    var paragraph = Paragraph("Le sommet")
    paragraph.append(mark: "[+", "de Paris sur l'IA", "+]")
    paragraph.append(" a lieu")
    return paragraph.lines(width: width).map(\.text)
  }

  @Test("keeps a mark whole, and breaks one that is wider than a line between its words")
  func marks() {
    #expect(marked(80) == ["Le sommet[+de Paris sur l'IA+] a lieu"])
    #expect(marked(29) == ["Le", "sommet[+de Paris sur l'IA+] a", "lieu"])
    #expect(marked(22) == ["Le sommet", "[+de Paris sur l'IA+]", "a lieu"])
    #expect(marked(17) == ["Le sommet[+de+]", "[+Paris sur+]", "[+l'IA+] a lieu"])
    #expect(
      marked(5) == ["Le", "sommet", "[+de+]", "[+Paris+]", "[+sur+]", "[+l'IA+]", "a", "lieu"])
  }

  @Test("lets a line end between two marks")
  func neighbours() {
    var paragraph = Paragraph()
    paragraph.append(mark: "[-", "un deux", "-]")
    paragraph.append(mark: "[+", "trois quatre", "+]")
    #expect(paragraph.lines(width: 40).map(\.text) == ["[-un deux-][+trois quatre+]"])
    #expect(paragraph.lines(width: 20).map(\.text) == ["[-un deux-]", "[+trois quatre+]"])
  }

  @Test("has no line that is too wide, breaks no word and leaves no mark open", arguments: 0..<40)
  func random(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = [
      "le", "sommet", "l'IA", "été", "e\u{301}te\u{301}", "東京", "🙂", "a\u{A0}b", "12\u{202F}000",
      "anticonstitutionnellement", "한국", "👩‍👩‍👧", "x",
    ]
    func phrase(_ most: Int) -> [String] {
      (0...random.number(below: most)).map { _ in words[random.number(below: words.count)] }
    }
    for width in [20, 21, 27, 34, 40, 63, 80, 120, 200] {
      var paragraph = Paragraph()
      var all = [String]()
      for _ in 0..<12 {
        let phrase = phrase(8)
        all += phrase
        let text = phrase.joined(separator: " ")
        switch random.number(below: 4) {
        case 0: paragraph.append(mark: "[-", text, "-]", .missing)
        case 1: paragraph.append(mark: "[+", text, "+]", .added)
        default: paragraph.append(text)
        }
        paragraph.append(" ")
      }
      let lines = paragraph.lines(width: width)
      var seen = [String]()
      for line in lines {
        #expect(Columns.count(line.text) == line.columns)
        let pieces = line.text.split(separator: " ").map(String.init)
        #expect(line.columns <= width || pieces.count == 1, "seed \(seed), \(width): \(line.text)")
        for (open, close) in [("[-", "-]"), ("[+", "+]")] {
          #expect(
            line.text.split(separator: open, omittingEmptySubsequences: false).count
              == line.text.split(separator: close, omittingEmptySubsequences: false).count,
            "seed \(seed), \(width): \(line.text)")
        }
        seen += pieces
      }
      let signs = ["[-", "-]", "[+", "+]"]
      let bare = seen.map { piece in
        signs.reduce(piece) { $0.hasPrefix($1) ? String($0.dropFirst(2)) : $0 }
      }.map { piece in signs.reduce(piece) { $0.hasSuffix($1) ? String($0.dropLast(2)) : $0 } }
      #expect(bare == all, "seed \(seed), \(width)")
      // A mark that fits into a line is on one.
      let atoms = paragraph.pieces.flatMap(\.atoms).filter { $0.mark != 0 && $0.columns <= width }
      for atom in atoms {
        let mark = atom.open + atom.text + atom.close
        #expect(lines.contains { $0.text.contains(mark) }, "seed \(seed), \(width): \(mark)")
      }
    }
  }

  @Test("has a remark at the right margin, or under it", arguments: [20, 33, 40, 80, 120, 200])
  func rows(width: Int) {
    for (text, tail) in [
      ("court", "archive"), ("un texte de plusieurs mots, plus long que la ligne", "archive"),
      ("court", "une note · avec · beaucoup de parties · qui est plus longue que la ligne"),
      ("東京 東京 東京 東京 東京", "東京都"), ("x", ""),
    ] {
      let rows = Columns.row(
        Paragraph(text), tail, indent: "      ", label: "  88  ", width: width, .off)
      #expect(rows[0].hasPrefix("  88  "))
      #expect(rows.dropFirst().allSatisfy { $0.hasPrefix("      ") })
      #expect(rows.allSatisfy { Columns.count($0) <= width }, "\(width): \(rows)")
      #expect(tail.isEmpty || rows.last?.hasSuffix(tail.split(separator: " ").last ?? "") == true)
    }
  }
}

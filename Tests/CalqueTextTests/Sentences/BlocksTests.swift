import CalqueModel
import TestSupport
import Testing

@testable import CalqueText

@Suite("The blocks of a text")
struct BlocksTests {
  private func blocks(_ text: String) -> [String] {
    let units = Array(text.utf16)
    return Blocks(of: units).ranges.map { String(decoding: units[$0], as: UTF16.self) }
  }

  @Test(
    "end at blank lines, of any line end",
    arguments: ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{B}"])
  func blankLines(end: String) {
    #expect(
      blocks("Un.\(end)\(end)Deux.\(end) \(end)\(end)Trois.\(end)") == ["Un.", "Deux.", "Trois."])
  }

  @Test("end at a form feed, which starts a page")
  func pages() {
    #expect(blocks("Un\u{C}deux") == ["Un", "deux"])
  }

  @Test("are none where nothing is written", arguments: ["", "\n\n", " \u{A0}\n\t"])
  func nothing(text: String) { #expect(blocks(text).isEmpty) }

  @Test("do not end where a line is as full as the widest")
  func wrapped() {
    let lines = [
      "Le premier ministre a annoncé que le", "gouvernement part demain.", "Fin.",
    ]
    #expect(blocks(lines.joined(separator: "\n")) == [lines[0] + "\n" + lines[1], lines[2]])
  }

  @Test("end where the next word would have fitted on the line")
  func unwrapped() {
    let text = "Un titre court\nLe premier ministre a annoncé son départ."
    #expect(blocks(text) == ["Un titre court", "Le premier ministre a annoncé son départ."])
  }

  @Test("do not end before a small letter unless the line is finished")
  func smallLetters() {
    #expect(blocks("Le premier\nministre") == ["Le premier\nministre"])
    #expect(
      blocks("Le premier.\nministre d'un pays lointain") == [
        "Le premier.", "ministre d'un pays lointain",
      ])
  }

  @Test("end before an item of a list")
  func items() {
    #expect(blocks("Il faut\n- du pain\n- du vin") == ["Il faut", "- du pain", "- du vin"])
  }

  @Test("are lines where several begin with capitals alone, however full")
  func names() {
    let lines = [
      "Ministère de l'Intérieur", "Ministère de l'Économie", "Ministère des Armées", "Président",
    ]
    #expect(blocks(lines.joined(separator: "\n")) == lines)
  }

  @Test("are lines where a line is wider than any that is wrapped")
  func wide() {
    let words = String(repeating: "mot ", count: 29)
    let (full, wide) = (words + "fini", words + "finie")
    #expect([full.utf16.count, wide.utf16.count] == [120, 121])
    #expect(blocks("\(wide)\nDeux mots") == [wide, "Deux mots"])
    #expect(blocks("\(full)\nDeux mots") == ["\(full)\nDeux mots"])
  }

  @Test("do not end before an initial that opens a wrapped line")
  func initials() {
    let text = """
      Le président de la République a reçu mardi matin à Paris
      M. Dupont et plusieurs de ses conseillers.
      """
    #expect(blocks(text) == [text])
    let list = "Il faut acheter :\nA. du pain\nB. du vin"
    #expect(blocks(list) == ["Il faut acheter :", "A. du pain", "B. du vin"])
  }

  @Test("do not end before a day or a dash that opens a wrapped line")
  func daysAndDashes() {
    let text = """
      Le ministre se rendra dans la capitale de la région le samedi
      12. Il sera reçu par le préfet et par les élus de la majorité,
      comme tous ses prédécesseurs l'ont été, puis il verra le maire
      - qui ne lui parle plus guère - dans un café du centre ancien,
      sans les journalistes, qui attendront tous devant la porte, et
      sous la pluie.
      """
    #expect(blocks(text) == [text])
  }

  @Test("are the provisions of a list, one a line, whatever they begin and end with")
  func provisions() {
    let lines = [
      "Le commissaire peut, s'il le juge nécessaire, faire enquête sur la question de savoir si "
        + "le bénéficiaire de la subvention a omis :",
      "de tenir ses comptes;",
      "de produire un rapport à la date que fixe le règlement; ou",
      "de rembourser",
      "Le commissaire rend compte de son enquête.",
    ]
    #expect(blocks(lines.joined(separator: "\n")) == lines)
  }

  @Test("do not end before capitals in wrapped text, however long an address is")
  func addresses() {
    let text = """
      These directives are consistent with the memorandum of last year on
      Identification of Essential Workers, and with what the department had
      already asked of the services that remain open. They can be read at
      https://www.example.org/a/very/long/address/that/no/machine/would/ever/wrap
      and at the offices of the state.
      """
    #expect(blocks(text) == [text])
  }

  @Test("are in order, trimmed and apart", arguments: 0..<20 as Range<UInt64>)
  func law(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "Le ", "sommet ", "de", "\n", "\n\n", "\r\n", " ", "- ", "1. ", "fin.", "\u{C}", "🙂", "M. ",
    ]
    for _ in 0..<50 {
      let text = (0..<random.number(below: 40)).map { _ in
        pieces[random.number(below: pieces.count)]
      }.joined()
      let units = Array(text.utf16)
      var end = 0
      for range in Blocks(of: units).ranges {
        let isApart =
          range.lowerBound >= end && !range.isEmpty
          && units[end..<range.lowerBound].allSatisfy(Marks.isSpace)
        let isTrimmed =
          !Marks.isSpace(units[range.lowerBound]) && !Marks.isSpace(units[range.upperBound - 1])
        #expect(isApart && isTrimmed, "seed \(seed): \(text.debugDescription)")
        end = range.upperBound
      }
      #expect(units[end...].allSatisfy(Marks.isSpace), "seed \(seed): \(text.debugDescription)")
    }
  }
}

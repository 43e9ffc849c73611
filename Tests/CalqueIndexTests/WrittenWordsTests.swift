import CalqueMatch
import CalqueModel
import CalqueText
import Foundation
import TestSupport
import Testing

@testable import CalqueIndex

@Suite("The words of an index by their bytes")
struct WrittenWordsTests {
  @Test("are found as in a dictionary", arguments: UInt64(0)..<20)
  func twin(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let mostBits = UInt64(2 + random.number(below: 10))
    var words = WrittenWords(mostBits: mostBits)
    var known: [String: UInt32] = [:]
    for number in 0..<600 {
      let length = 1 + random.number(below: 19)
      let word = String((0..<length).map { _ in Array("abé")[random.number(below: 3)] })
      let text = Array((word + String(repeating: "x", count: random.number(below: 20))).utf8)
      let letters = WrittenWords.Letters(text.span, 0..<word.utf8.count)
      if let form = words.form(of: letters) {
        #expect(form == known[word], "seed \(seed): \(word)")
        continue
      }
      // A small table is full soon, and has no long words.
      let isFull = known.count >= (1 << Int(mostBits)) / 2
      #expect(known[word] == nil || isFull || word.utf8.count > 16, "seed \(seed): \(word)")
      words.note(letters, UInt32(number))
      if word.utf8.count <= 16 { known[word] = known[word] ?? UInt32(number) }
    }
  }

  @Test("change no byte of a part, whether many words are known by their bytes or one")
  func part() throws {
    let folder = try TemporaryFolder()
    var random = SplitMix64(seed: 11)
    let pieces = [
      "été", "e\u{301}te\u{301}", "l’", "d'", "aujourd'hui", "Paris", "paris", "12", "3,5", " ",
      "internationalisation", "anticonstitutionnellement", "\u{AD}", "東京", "%s", "<b>", ".", "é",
    ]
    let segments = (0..<500).map { number in
      let text = (0..<random.number(below: 40)).map { _ in
        pieces[random.number(below: pieces.count)] + (random.number(below: 3) == 0 ? "" : " ")
          + (random.number(below: 5) == 0 ? "mot\(random.number(below: 300))" : "")
      }.joined()
      return MemorySegment(
        variant: Int64(number), unit: Int64(number), resource: 1, status: .translated, changed: 1,
        text: text, breaks: number % 9 == 0 && text.utf8.first ?? 0x80 < 0x80 ? [1] : [])
    }
    func part(_ bits: UInt64) throws -> [UInt8] {
      var builder = PartBuilder(language: .french, words: WrittenWords(mostBits: bits))
      for segment in segments { try builder.add(segment) }
      _ = try builder.write(to: folder.path + "/0.part")
      return Array(try Data(contentsOf: URL(filePath: folder.path + "/0.part")))
    }
    let without = try part(1)
    for bits in [UInt64(3), 6, 17] { #expect(try part(bits) == without, "\(bits) bits") }
  }
}

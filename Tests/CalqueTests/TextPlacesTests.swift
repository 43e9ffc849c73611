import TestSupport
import Testing

@testable import Calque

@Suite("Places of a text")
struct TextPlacesTests {
  @Test("are counted from 1, in lines and in scalars", arguments: [1, 2, 3, 4])
  func counted(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let pieces = ["a", "é", "e\u{301}", "😀", " ", "\n", "\r\n", "l’", "Élysée "]
    // From a few bytes to lines that are longer than any block.
    let size = 1 << Int.random(in: 0...11, using: &generator)
    let text = (0..<size).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    let places = TextPlaces(text)
    var (offset, line, column) = (0, 1, 1)
    for scalar in text.unicodeScalars {
      #expect(places.place(of: offset) == (line, column))
      offset += String(scalar).utf8.count
      column += 1
      if scalar == "\n" { (line, column) = (line + 1, 1) }
    }
    #expect(places.place(of: offset) == (line, column))
    #expect(places.place(of: offset + 5) == (line, column))
  }

  @Test("cost the same at the end of a long line")
  func longLine() {
    let places = TextPlaces(String(repeating: "Élysée ", count: 200_000))
    for word in 0..<200_000 {
      let place = places.place(of: word * 9)
      if place != (1, word * 7 + 1) {
        Issue.record("word \(word): \(place)")
        return
      }
    }
  }
}

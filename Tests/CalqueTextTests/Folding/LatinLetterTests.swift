import CalqueText
import Testing

@Suite("The letters of Latin-1")
struct LatinLetterTests {
  @Test("lose what folding takes from them")
  func folding() throws {
    for value in UInt32(0xC0)...0xFF {
      let scalar = try #require(Unicode.Scalar(value))
      let utf8 = Array(String(scalar).utf8)
      let plain = LatinLetter.plain(secondByte: utf8[1])
      let fold = Array(folded(String(scalar)).utf8)
      let isLetter = fold.count == 1 && (0x61...0x7A).contains(fold[0])
      #expect(plain == (isLetter ? fold[0] : 0) || plain == 0, "\(scalar)")
      // ÿ folds to y; Ÿ is no scalar of Latin-1, and the bound takes neither.
      if isLetter, value != 0xFD, value != 0xDD, value != 0xFF { #expect(plain != 0, "\(scalar)") }
    }
  }
}

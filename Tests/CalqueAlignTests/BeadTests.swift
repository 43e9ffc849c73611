import CalqueAlign
import Testing

@Suite("A bead")
struct BeadTests {
  @Test("writes its sentence numbers as a ladder, an empty side included")
  func ladder() {
    #expect(Bead(source: 0..<2, target: 0..<1, confidence: 1).ladder == "[0,1]:[0]")
    #expect(Bead(source: 3..<3, target: 4..<5, confidence: 1).ladder == "[]:[4]")
  }
}

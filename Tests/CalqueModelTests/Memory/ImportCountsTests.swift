import CalqueModel
import Testing

@Suite("The counts of an import")
struct ImportCountsTests {
  @Test("add up to what was read")
  func sum() {
    var counts = ImportCounts()
    #expect(counts.read == 0)
    counts.stored = 1
    counts.known = 20
    counts.refused = 300
    counts.skipped = ["empty": 4_000, "one language": 50_000]
    #expect(counts.read == 54_321)
  }
}

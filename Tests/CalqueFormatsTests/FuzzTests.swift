import Testing

@testable import CalqueFuzz

@Suite("A parser")
struct FuzzTests {
  /// `scripts/fuzz` does the same with 200,000 files a parser.
  @Test(
    "survives spoilt files, and reads what is written of them", arguments: Target.all.map(\.name))
  func survives(name: String) throws {
    let target = try #require(Target.all.first { $0.name == name })
    var fuzzer = Fuzzer(target)
    let seed = UInt64.random(in: 1...1_000_000)
    for number in 0..<150 {
      do {
        try fuzzer.attempt(number, seed: seed)
      } catch {
        Issue.record("\(name) \(number), seed \(seed): \(error.message)")
      }
    }
    #expect(fuzzer.read > 0 && fuzzer.refused > 0, "seed \(seed)")
  }
}

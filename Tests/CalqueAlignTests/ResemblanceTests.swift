import TestSupport
import Testing

@testable import CalqueAlign

@Suite("Words that look alike")
struct ResemblanceTests {
  private func resemblance(_ a: String, _ b: String) -> Float {
    var compare = Resemblance()
    func word(_ text: String) -> Resemblance.Word {
      let bytes = Array(text.utf8)
      let isNumber = bytes.first.map { (0x30...0x39).contains($0) } ?? false
      return Resemblance.Word(bytes[...], isNumber ? .number : .letters)
    }
    return compare.of(word(a), word(b))
  }

  @Test("are cognates and names, not words of like length")
  func examples() {
    #expect(resemblance("parlement", "parliament") >= 0.6)
    #expect(resemblance("documents", "document") >= 0.6)
    #expect(resemblance("paris", "paris") == 1)
    #expect(resemblance("maison", "matter") == 0)
    #expect(resemblance("chat", "cat") == 0)
  }

  @Test("do not include numbers that differ")
  func numbers() {
    #expect(resemblance("12345", "12346") == 0)
    #expect(resemblance("2023", "2023") == 1)
  }

  /// The definition, with a table for the longest common subsequence.
  private func twin(_ a: [UInt8], _ b: [UInt8]) -> Float {
    if a == b { return 1 }
    let (shorter, longer) = (min(a.count, b.count), max(a.count, b.count))
    guard shorter >= 4, Double(shorter) / Double(longer) >= 0.55 else { return 0 }
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices {
      for j in b.indices {
        table[i + 1][j + 1] =
          a[i] == b[j] ? table[i][j] + 1 : max(table[i][j + 1], table[i + 1][j])
      }
    }
    let prefix = zip(a, b).prefix { $0 == $1 }.count
    let common = Float(table[a.count][b.count])
    var value = (0.6 * common + 0.4 * Float(prefix)) / Float(longer)
    if prefix >= 5 { value = max(value, 0.75 * Float(prefix) / Float(prefix + 1)) }
    return value >= 0.6 ? value : 0
  }

  @Test("are those of the definition", arguments: UInt64(0)..<20)
  func agrees(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      func word() -> [UInt8] {
        (0..<Int.random(in: 3...14, using: &random)).map { _ in
          UInt8.random(in: 0x61...0x64, using: &random)
        }
      }
      let a = word()
      let b = Bool.random(using: &random) ? word() : Array(a.prefix(6)) + word().prefix(3)
      let found = resemblance(
        String(decoding: a, as: UTF8.self), String(decoding: b, as: UTF8.self))
      #expect(abs(found - twin(a, b)) < 1e-5, "seed \(seed): \(a) \(b)")
    }
  }

  @Test("makes equal words certain and cognates probable, and passes over others")
  func wordLists() {
    func words(_ list: [String]) -> [[UInt8]] { list.map { Array($0.utf8) } }
    let pairs = Cognates.pairs(
      ofWords: words(["incubation", "periode", "maison"]), words(["period", "incubation", "house"]))
    let found = Dictionary(uniqueKeysWithValues: pairs.map { ([$0.source, $0.target], $0) })
    #expect(found.keys.count == 2)
    #expect(found[[0, 1]]?.forward == 1)
    #expect(found[[0, 1]]?.backward == 1)
    #expect((0.05..<1).contains(found[[1, 0]]?.forward ?? 0))
  }
}

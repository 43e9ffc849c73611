import CalqueModel
import TestSupport
import Testing

@testable import CalqueText

@Suite("A sieve for languages")
struct LanguageSieveTests {
  /// Counts as the sieve does, scalar by scalar, from what the sieve says it counts.
  private static func slowly(_ text: String, _ a: Language, _ b: Language) -> LanguageSieve.Count {
    let (ours, theirs) = (Set(a.rules.functionWords.all), Set(b.rules.functionWords.all))
    let folded = Array("aaaaaaaceeeeiiiidnooooo.ouuuuyts")
    var count = LanguageSieve.Count()
    var word = ""
    func end() {
      if word.isEmpty { return }
      count.words += 1
      if word.utf8.count <= 8 {
        if ours.contains(word), !theirs.contains(word) { count.first += 1 }
        if theirs.contains(word), !ours.contains(word) { count.second += 1 }
      }
      word = ""
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A: word += String(scalar).lowercased()
      case 0x27, 0x2019:
        word += "'"
        end()
      case 0xC0...0xFF where folded[Int(scalar.value - 0xC0) % 32] != ".":
        word.append(folded[Int(scalar.value - 0xC0) % 32])
      default: end()
      }
    }
    end()
    return count
  }

  @Test(
    "counts many letters at a time as it would count them one by one", arguments: UInt64(0)..<40)
  func twin(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let (french, english) = (Language("fr"), Language("en"))
    let sieve = try #require(LanguageSieve(french, english))
    let words =
      french.rules.functionWords.all + english.rules.functionWords.all
      + [
        "L’", "l'", "'", "aujourd’hui", "Été", "ÇA", "×", "÷", "12", "abcdefgh", "abcdefghi",
        "internationalisation", "東京", "\u{2018}", "€", "\u{301}", "🙂", "ß", "İ",
      ]
    let ends = [" ", " ", " ", ", ", "", ".", "\u{A0}", "«", "-", "'", "’"]
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<random.number(below: 12) {
        let word = words[random.number(below: words.count)]
        text += random.number(below: 4) == 0 ? word.uppercased() : word
        text += ends[random.number(below: ends.count)]
      }
      #expect(sieve.count(text) == Self.slowly(text, french, english), "seed \(seed): \(text)")
    }
  }
}

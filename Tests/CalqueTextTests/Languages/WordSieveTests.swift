import CalqueModel
import Testing

@testable import CalqueText

@Suite("A sieve of words")
struct WordSieveTests {
  @Test("lets every word of its list through")
  func ownWords() throws {
    for language in ["fr", "en"].map({ Language($0) }) {
      let words = language.rules.numberWords
      for word in words.words.keys {
        #expect(words.sieve.mayHold(word.unicodeScalars.map(\.value)), "\(word)")
      }
      let calendar = language.rules.calendar
      for word in calendar.numbers.keys {
        #expect(calendar.sieve.mayHold(word.unicodeScalars.map(\.value)), "\(word)")
      }
      let currencies = language.rules.currencyWords
      for word in currencies.codes.keys {
        #expect(currencies.sieve.mayHold(word.unicodeScalars.map(\.value)), "\(word)")
      }
    }
  }

  @Test("rules out nearly all other words")
  func otherWords() {
    let sieve = Language("fr").rules.numberWords.sieve
    let others = (0..<10_000).map { number in
      (0..<4 + number % 9).map { UInt32(0x61 + (number * 31 + $0 * 17 + number / ($0 + 1)) % 26) }
    }
    let passed = Set(others).count { sieve.mayHold($0) }
    #expect(passed * 10 < Set(others).count, "\(passed) of \(Set(others).count) words passed")
  }

  @Test("of no words rules out everything")
  func empty() {
    #expect(!WordSieve([]).mayHold([0x61]))
    #expect(!WordSieve([]).mayHold([]))
  }
}

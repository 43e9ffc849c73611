import Testing

@testable import CalqueText

/// Every abbreviation and every opener of the lists, by the rule that its list stands for.
@Suite("The rules of sentences")
struct SentenceRulesTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let language: Language
    let rules: SentenceRules

    static let french = Case(name: "French", language: .french, rules: French.sentences)
    static let english = Case(name: "English", language: .english, rules: English.sentences)

    var testDescription: String { name }

    func cut(_ text: String) -> [String] {
      let bytes = Array(text.utf8)
      return SentenceSplitter(language: language).sentences(in: text).map {
        String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
      }
    }

    /// A word of the lists that opens a sentence.
    var opener: String { language == .french ? "Elle" : "She" }
  }

  @Test(
    "an abbreviation that leads what follows never ends a sentence",
    arguments: [Case.french, .english])
  func leading(language: Case) {
    #expect(language.rules.leading.count > 30)
    for word in language.rules.leading {
      for next in ["Durand", language.opener, "12"] {
        let text = "x y \(word). \(next) x."
        #expect(language.cut(text) == [text], "\(word)")
      }
    }
  }

  @Test(
    "an abbreviation before a number ends a sentence unless a number follows",
    arguments: [Case.french, .english])
  func beforeNumber(language: Case) {
    #expect(language.rules.beforeNumber.count > 30)
    for word in language.rules.beforeNumber {
      let numbered = "x y \(word). 12 x."
      #expect(language.cut(numbered) == [numbered], "\(word)")
      let roman = "x y \(word). XII x."
      #expect(language.cut(roman) == [roman], "\(word)")
      // A single capital is an initial as well.
      if word.unicodeScalars.count == 1, word == word.uppercased() { continue }
      let ended = "x y \(word). \(language.opener) x."
      #expect(language.cut(ended) == ["x y \(word).", "\(language.opener) x."], "\(word)")
    }
  }

  @Test(
    "an ambiguous abbreviation ends a sentence before a word that opens one",
    arguments: [Case.french, .english])
  func ambiguous(language: Case) {
    #expect(!language.rules.ambiguous.isEmpty)
    for word in language.rules.ambiguous {
      let name = "x y \(word). Durand x."
      #expect(language.cut(name) == [name], "\(word)")
      let ended = "x y \(word). \(language.opener) x."
      #expect(language.cut(ended) == ["x y \(word).", "\(language.opener) x."], "\(word)")
    }
  }

  @Test(
    "every opener opens a sentence behind an ambiguous abbreviation",
    arguments: [Case.french, .english])
  func openers(language: Case) {
    #expect(language.rules.openers.count > 90)
    for word in language.rules.openers {
      #expect(language.cut("x Inc. \(word) x.") == ["x Inc.", "\(word) x."], "\(word)")
    }
    for word in language.rules.elidedOpeners {
      for mark in ["'", "’"] {
        #expect(
          language.cut("x Inc. \(word)\(mark)a x.") == ["x Inc.", "\(word)\(mark)a x."], "\(word)")
      }
    }
  }

  @Test(
    "no list holds a word of another, and no word holds its last full stop",
    arguments: [Case.french, .english])
  func lists(language: Case) {
    let rules = language.rules
    #expect(rules.leading.isDisjoint(with: rules.ambiguous))
    #expect(rules.leading.isDisjoint(with: rules.beforeNumber))
    #expect(rules.beforeNumber.isDisjoint(with: rules.ambiguous))
    for word in rules.leading.union(rules.beforeNumber).union(rules.ambiguous) {
      #expect(!word.hasSuffix(".") && !word.contains(" ") && !word.isEmpty, "\(word)")
    }
    for word in rules.openers { #expect(word.first?.isUppercase == true, "\(word)") }
  }

  @Test(
    "a list covers its words with a capital, single letters excepted",
    arguments: [
      ("art", true), ("Art", true), ("ART", false), ("éd", true), ("Éd", true), ("p", true),
      ("P", false), ("M", true), ("m", false), ("", false), ("xart", false),
    ])
  func holding(word: String, isHeld: Bool) {
    #expect(SentenceRules.holds(["art", "éd", "p", "M"], word) == isHeld)
  }
}

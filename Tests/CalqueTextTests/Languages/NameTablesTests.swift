import CalqueModel
import Testing

@testable import CalqueText

@Suite("The tables of names")
struct NameTablesTests {
  @Test("have a key and its names, the first to print; a name with a sign is never recognised")
  func entries() {
    let table = NameTable("US États-Unis;USA;=américain, GB-1 Royaume Uni,\nFR France,XX")
    #expect(table.keys == ["US", "GB-1", "FR"])
    #expect(table.names(of: "US").map(\.text) == ["États-Unis", "USA", "américain"])
    #expect(table.names(of: "US").map(\.isRecognised) == [true, true, false])
    #expect(table.names(of: "GB-1").map(\.text) == ["Royaume Uni"])
    #expect(table.names(of: "XX").isEmpty && table.names(of: "DE").isEmpty)
    #expect(NameTable.none.keys.isEmpty)
  }

  @Test("of French and English name the same things, each with a name to print")
  func pairs() {
    for (french, english) in [
      (French.places, English.places), (French.peoples, English.peoples),
      (French.currencies, English.currencies),
    ] {
      for table in [french, english] {
        #expect(Set(table.keys).count == table.keys.count, "no key comes twice")
        for key in table.keys {
          let names = table.names(of: key)
          #expect(!names.isEmpty && names.allSatisfy { !$0.text.isEmpty }, "\(key)")
          #expect(Set(names.map(\.text)).count == names.count, "\(key)")
          #expect(names.allSatisfy { $0.text == String(trimmed($0.text)) }, "\(key)")
        }
      }
      let common = Set(french.keys).intersection(english.keys)
      #expect(common.count * 10 > max(french.keys.count, english.keys.count) * 9)
    }
  }

  @Test(
    "of countries give a code for a name or a code, in either language",
    arguments: [
      ("France", "FR"), ("Royaume-Uni", "GB"), ("united kingdom", "GB"), ("UK", "GB"), ("gb", "GB"),
      ("USA", "US"), ("États-Unis", "US"), ("etats-unis", "US"), (" Canada ", "CA"),
      ("Allemagne", "DE"), ("Germany", "DE"), ("U.S.", "US"), ("french", nil), ("", nil),
      ("F", nil),
      ("ZZZ", nil), (String(repeating: "a", count: 65), nil),
    ] as [(String, String?)])
  func countries(name: String, code: String?) {
    #expect(CountryNames.code(name) == code)
  }

  @Test("of regions and currencies come from ICU, without signs and brackets")
  func regions() {
    #expect(RegionNames.regions.contains("FR") && RegionNames.regions.contains("150"))
    #expect(RegionNames.region("FR", in: .english) == "France")
    #expect(RegionNames.region("DE", in: .french) == "Allemagne")
    #expect(RegionNames.region("150", in: .french) == "Europe")
    #expect(RegionNames.currencies.contains("EUR") && !RegionNames.currencies.contains("FRF"))
    #expect(RegionNames.currency("EUR", in: .english) == "euro")
    for language in [Language.french, .english] {
      for code in RegionNames.regions {
        let name = RegionNames.region(code, in: language)
        #expect(name?.contains { "&(0123456789".contains($0) } != true, "\(code)")
      }
    }
  }

  @Test(
    "of currencies tell the words that mean something else without a number before them",
    arguments: [
      ("fr", "euro", "EUR", false), ("fr", "livres", "GBP", true), ("fr", "francs", "CHF", true),
      ("fr", "couronne", "SEK", true), ("en", "pounds", "GBP", true),
      ("en", "francs", "CHF", false),
      ("en", "rubles", "RUB", false), ("en", "livre", nil, false), ("de", "euro", nil, false),
    ] as [(String, String, String?, Bool)])
  func currencyWords(tag: String, word: String, code: String?, needsNumber: Bool) {
    let words = Language(LanguageTag(tag)).rules.currencyWords
    #expect(words.codes[word] == code)
    #expect(words.behindNumbers.contains(word) == needsNumber)
    if code != nil { #expect(words.sieve.mayHold(word.scalarValues)) }
  }

  @Test("of signs and words agree on the currencies that both have")
  func signs() {
    #expect(CurrencyWords.signs[0x20AC] == "EUR" && CurrencyWords.signs[0x24] == "USD")
    for code in ["EUR", "USD", "GBP", "JPY"] {
      for rules in [French.currencyWords, English.currencyWords] {
        #expect(rules.codes.values.contains(code), "\(code)")
      }
      #expect(CurrencyWords.signs.values.contains(code))
    }
  }
}

@Suite("The words of a language that change or go")
struct WordFormsTests {
  @Test(
    "may be plurals behind a number",
    arguments: [
      ("fr", "ans", true), ("fr", "prix", true), ("fr", "nez", true), ("fr", "an", false),
      ("fr", "os", false), ("en", "years", true), ("en", "women", true), ("en", "aircraft", true),
      ("en", "people", true), ("en", "year", false), ("en", "s", false), ("de", "jahr", true),
      ("de", "", false),
    ])
  func plurals(tag: String, word: String, mayBe: Bool) {
    #expect(Language(LanguageTag(tag)).rules.mayBePlural(word) == mayBe)
  }

  @Test(
    "have beginnings that a text may change or leave out",
    arguments: [
      ("fr", "le", true), ("fr", "la", true), ("fr", "al", true), ("fr", "et", true),
      ("fr", "so", false), ("en", "th", true), ("en", "go", true), ("en", "be", true),
      ("en", "le", false), ("de", "th", false),
    ])
  func beginnings(tag: String, letters: String, isLoose: Bool) {
    let bytes = Array(letters.utf8)
    let rules = Language(LanguageTag(tag)).rules
    #expect(rules.isLooseBeginning(bytes[0], bytes[1]) == isLoose)
  }

  @Test(
    "keep three letters in French, but verbs and short words",
    arguments: [
      ("sommet", true), ("loi", false), ("tenir", false), ("parler", false), ("rendre", false),
      ("maire", false), ("table", true), ("abcd", false),
    ])
  func threeLetters(word: String, keeps: Bool) {
    let bytes = Array(word.utf8)
    #expect(
      French.keepsThreeLetters(count: bytes.count, bytes[bytes.count - 2], bytes[bytes.count - 1])
        == keeps)
  }

  @Test("have forms before a vowel: articles, prepositions, adjectives")
  func beforeVowels() {
    for word in ["le", "l'", "de", "d'", "cet", "bel", "nouvel", "vieil"] {
      #expect(French.wordsBeforeVowels.contains(word), "\(word)")
    }
    for word in ["a", "an"] { #expect(English.wordsBeforeVowels.contains(word), "\(word)") }
  }

  @Test("of a table agree with no other meaning: a name of a column is one content")
  func tableWords() {
    for rules in [French.tableWords, English.tableWords] {
      let statuses = [rules.preferred, rules.admitted, rules.forbidden, rules.candidates]
      for (place, words) in statuses.enumerated() {
        for other in statuses.dropFirst(place + 1) {
          #expect(words.isDisjoint(with: other), "\(words.intersection(other))")
        }
      }
      var met: Set<String> = []
      for names in rules.fields.values {
        #expect(met.isDisjoint(with: names), "\(met.intersection(names))")
        met.formUnion(names)
      }
      #expect(rules.source.isDisjoint(with: rules.target))
      for word in met.union(rules.yes).union(rules.refused) { #expect(folded(word) == word) }
    }
  }

  @Test("of yes are answers in each language")
  func yes() {
    #expect(French.yes.isSuperset(of: ["o", "oui"]) && English.yes.isSuperset(of: ["y", "yes"]))
    #expect(!French.yes.contains("non") && !English.yes.contains("no"))
  }
}

import Testing

@testable import CalqueAlign

@Suite("The words of a sentence")
struct WordScannerTests {
  private func words(_ sentence: String) -> [String] {
    var scanner = WordScanner()
    var words: [String] = []
    scanner.scan(sentence) { word, _ in words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  @Test(
    "are folded, cut at apostrophes, and without full stops, commas and hyphens",
    arguments: [
      ("L'Œuvre d'Été, enfin.", ["l", "oeuvre", "d", "ete", "enfin"]),
      ("l’après-midi", ["l", "apres", "midi"]),
      ("Le G7 et le COVID-19", ["le", "g7", "et", "le", "covid", "19"]),
      ("« Oui », dit-elle…", ["\"", "oui", "\"", "dit", "elle", "..."]),
      ("Vraiment ?! (50 %)", ["vraiment", "?", "!", "(", "50", "%"]),
      ("Lundi — ou mardi -- non", ["lundi", "--", "ou", "mardi", "--", "non"]),
      ("5 € ou £4", ["5", "€", "ou", "£", "4"]),
      ("東京", ["東", "京"]),
      ("", []),
    ])
  func folding(sentence: String, expected: [String]) {
    #expect(words(sentence) == expected)
  }

  @Test(
    "are one word for an address of the web, and a quotation mark for a single one",
    arguments: [
      (
        "Voir [la page](https://example.org/a-b/C.html).",
        ["voir", "la", "page", "(", "https://example.org/a-b/c.html"]
      ),
      ("www.example.org, http://", ["www.example.org", "http", ":", "/", "/"]),
      ("‘Yes,’ she said. 'No!'", ["\"", "yes", "\"", "she", "said", "\"", "no", "!", "\""]),
      ("the workers’ rights, 1990's", ["the", "workers", "rights", "1990", "s"]),
    ])
  func addressesAndQuotes(sentence: String, expected: [String]) {
    #expect(words(sentence) == expected)
  }

  @Test(
    "count an address as one character, unless the sentence is an address alone",
    arguments: [
      ("Un [lien](https://example.org/x), donc", 16), ("https://example.org/", 20),
      ("— https://example.org/", 21), ("une page", 7), ("", 0),
    ])
  func length(sentence: String, expected: Int) {
    var scanner = WordScanner()
    scanner.scan(sentence) { _, _ in }
    #expect(scanner.length == expected)
  }

  @Test(
    "give a number one form in either convention",
    arguments: [
      ("12 000 personnes", "12,000 people"), ("12\u{202F}000", "12000"), ("1.234.567", "1,234,567"),
      ("2,5", "2.5"), ("1\u{A0}234,50", "1,234.50"), ("1'500", "1500"), ("3,14", "3.14"),
    ])
  func numbers(source: String, target: String) {
    #expect(words(source).first == words(target).first)
  }

  @Test(
    "keep numbers apart that only stand side by side",
    arguments: [
      ("en 2023 300 élus", ["en", "2023", "300", "elus"]), ("10h30", ["10", "h", "30"]),
      ("1er", ["1", "er"]), ("12 0000", ["12", "0000"]), ("5, 6", ["5", "6"]),
    ])
  func neighbours(sentence: String, expected: [String]) {
    #expect(words(sentence) == expected)
  }

  @Test("have stems of seven letters, and whole numbers")
  func stems() {
    var vocabulary = Vocabulary()
    let read = vocabulary.read("gouvernement 123456789 élémentaire gouvernance")
    #expect(
      read.map { String(decoding: vocabulary.stems[Int($0)], as: UTF8.self) }
        == ["gouvern", "123456789", "element", "gouvern"])
    #expect(vocabulary.counts[Int(read[0])] == 2)
    #expect(vocabulary.forms.count == 4)
  }
}

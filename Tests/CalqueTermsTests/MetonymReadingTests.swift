import CalqueModel
import CalqueTerms
import Testing

@Suite("A metonym")
struct MetonymReadingTests {
  @Test(
    "is an institution, a place or a part of another name by the words around it",
    arguments: [
      ("Londres propose un accord.", "Londres", MetonymReading.Meaning.institution),
      ("Selon Londres, rien ne presse.", "Londres", .institution),
      ("Un accord avec Londres approche.", "Londres", .institution),
      ("Il vit à Londres.", "Londres", .place),
      ("Au nord de Londres, il pleut.", "Londres", .place),
      ("LONDRES - Une grève.", "LONDRES", .place),
      ("Londres, 3 mai 2024 (AFP) - Une grève.", "Londres", .place),
      ("Deux mots.\n\nLondres (Reuters) - Une grève.", "Londres", .place),
      ("Londres, qui hésite, attend.", "Londres", .institution),
      ("la gare de Londres", "Londres", .partOfName),
      ("12, rue de Londres", "Londres", .partOfName),
    ])
  func french(text: String, word: String, expected: MetonymReading.Meaning) throws {
    #expect(try meaning(text, word, isPlace: true, "fr") == expected)
  }

  @Test("that is no city keeps its meaning behind a preposition, but not in a street's name")
  func ministries() throws {
    #expect(try meaning("À Bercy, on temporise.", "Bercy", isPlace: false, "fr") == .institution)
    #expect(try meaning("la décision de Bercy", "Bercy", isPlace: false, "fr") == .institution)
    #expect(try meaning("rue de Bercy", "Bercy", isPlace: false, "fr") == .partOfName)
    #expect(try meaning("quai de Bercy", "Bercy", isPlace: false, "fr") == .partOfName)
  }

  @Test("in English is read by English prepositions")
  func english() throws {
    #expect(try meaning("Paris wants a deal.", "Paris", isPlace: true, "en") == .institution)
    #expect(try meaning("He lives in Paris.", "Paris", isPlace: true, "en") == .place)
  }

  private func meaning(
    _ text: String, _ word: String, isPlace: Bool, _ language: LanguageTag
  ) throws -> MetonymReading.Meaning {
    let range = try #require(text.firstRange(of: word))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return MetonymReading(text, language: language)
      .meaning(at: start..<start + word.utf8.count, isPlace: isPlace)
  }
}

import CalqueFormats
import CalqueModel
import Testing

@Suite("A glossary")
struct GlossaryTests {
  @Test("of ours gives concepts with preferred, admitted and forbidden terms")
  func concepts() throws {
    let reading = try Reading(path: fixture("institutions.fr-en.tsv"))
    #expect(reading.detected.format == .glossary)
    #expect(reading.detected.kind == .glossary)
    #expect(reading.detected.resourceName == "institutions")
    #expect(reading.detected.languages == ["fr", "en"])
    #expect(reading.warnings == [])
    let bercy = reading.concepts[0]
    #expect(bercy.note == "Metonym. Spell out at first mention.")
    #expect(bercy.domains == ["institutions"])
    #expect(
      bercy.terms.map(\.text) == [
        "Bercy", "Ministry of Economy", "French Ministry of the Economy", "French Finance Ministry",
      ])
    #expect(bercy.terms.map(\.status) == [.preferred, .preferred, .admitted, .admitted])
    #expect(bercy.terms[0].flags == [.metonym, .caseSensitive])
    #expect(bercy.terms[0].gender == "m")
    #expect(bercy.terms[1].flags == [])
    #expect(bercy.terms[1].example == "according to the ministry")
    let minister = reading.concepts[1]
    #expect(minister.domains == ["government", "people"])
    #expect(minister.terms.last?.status == .forbidden)
    #expect(minister.terms.allSatisfy { $0.validity == Validity("2022-05..2024-09") })
    #expect(reading.concepts[4].terms.allSatisfy { $0.flags == .falseFriend })
    #expect(reading.concepts[2].terms[1].text == "peak")
    #expect(reading.concepts.allSatisfy { $0.meta.isEmpty })
  }

  @Test("of ours is written back byte for byte")
  func writtenBack() throws {
    let reading = try Reading(path: fixture("institutions.fr-en.tsv"))
    let written = try Writing(back: reading)
    let original = try bytes(of: "institutions.fr-en.tsv")
    #expect(written.text.utf8.elementsEqual(original))
    #expect(written.losses == [:])
  }

  @Test("of ours keeps what it does not understand, and says so")
  func odd() throws {
    let text = """
      #fr\ten\tnote\tflags\tvalid\tticket
      #MeToo\t#MeToo\t\tcase|metonym|shiny\tsome day\tN-7
      # a comment
      un\tone\t\t\t2023-11..2023-11\t

      """
    let reading = try Reading(text.utf8, name: "odd.tsv")
    #expect(reading.concepts.count == 2)
    #expect(reading.concepts[0].terms[0].text == "#MeToo")
    #expect(reading.concepts[0].terms[0].flags == [.caseSensitive, .metonym])
    #expect(
      reading.warnings.map { [$0.line, $0.column] } == [[2, 16], [2, 35]])
    let written = try Writing(back: reading).text
    #expect(written == text.replacing("# a comment\n", with: ""))
  }

  @Test("of OmegaT's has three columns, and comments")
  func omegat() throws {
    let reading = try Reading(
      path: fixture("glossary.txt"), options: FormatOptions(pair: LanguagePair("fr-en")))
    #expect(reading.detected.format == .omegat)
    #expect(
      reading.texts == [
        ["sommet", "summit"], ["séance", "meeting"], ["communiqué", "statement"],
      ])
    #expect(reading.concepts.map(\.note) == ["not peak", nil, nil])
    let written = try Writing(back: reading).text
    #expect(
      written == """
        # desk glossary -*- coding: utf-8 -*-
        # second comment
        sommet\tsummit\tnot peak
        séance\tmeeting\t
        communiqué\tstatement\t

        """)
  }

  @Test("of ours goes into OmegaT's with its losses named")
  func toOmegaT() throws {
    let reading = try Reading(path: fixture("institutions.fr-en.tsv"))
    let written = try Writing(.omegat, concepts: Array(reading.concepts.suffix(2)))
    #expect(
      written.text == """
        # Glossary in tab-separated format -*- coding: utf-8 -*-
        sommet\tsummit\t
        sommet\tsummit meeting\t
        éventuellement\tpossibly\t

        """)
    #expect(written.losses["forbidden term"] == 2)
    #expect(written.losses["domain"] == 2)
  }

  @Test("is made of pairs with our thirteen columns")
  func fromPairs() throws {
    let written = try Writing(
      .glossary, options: WriterOptions(title: "desk"),
      units: [
        TranslationUnit(variants: [
          Variant(language: "fr", text: "sommet"), Variant(language: "en", text: "summit"),
        ])
      ])
    #expect(
      written.text == """
        # desk -*- coding: utf-8 -*-
        #fr\ten\tnote\tdomain\tpos\tgender\tfr_variants\ten_variants\ten_avoid\tflags\tvalid\t\
        example_fr\texample_en
        sommet\tsummit\t\t\t\t\t\t\t\t\t\t\t

        """)
  }

  @Test("in a table is known by its columns, notes of each language among them")
  func columns() throws {
    let text = """
      Forbidden,Domain,Definition,en-GB,Notes,Example of use,fr-FR,Notes,Example of use
      ,news,what it is,summit,a,b,sommet,c,d
      TRUE,news,,AI safety,,,sécurité de l'IA,,

      """
    let reading = try Reading(text.utf8, name: "a.csv")
    #expect(reading.detected.kind == .glossary)
    #expect(reading.concepts[0].definition == "what it is")
    #expect(reading.concepts[0].terms.map(\.note) == ["a", "c"])
    #expect(reading.concepts[0].terms.map(\.example) == ["b", "d"])
    #expect(reading.concepts[1].terms.map(\.status) == [.preferred, .forbidden])
  }

  @Test("has rows for one direction, whose flags describe the language that is recognised")
  func oneWay() throws {
    let text = """
      #fr\ten\tnote\tflags
      rendez-vous\tappointment\t\tambiguous|fr-en
      nomination\tappointment\t\tcase|en-fr
      juge\tjudge\t\tde-fr

      """
    let reading = try Reading(text.utf8, name: "a.tsv")
    let flags = reading.concepts.map { $0.terms.map(\.flags) }
    #expect(flags[0] == [[.ambiguous, .sourceOnly], [.targetOnly]])
    #expect(flags[1] == [[.targetOnly], [.caseSensitive, .sourceOnly]])
    #expect(flags[2] == [[], []], "a pair of other languages is no flag")
    #expect(reading.warnings.map(\.line) == [4])
    #expect(reading.concepts[0].terms.map(\.isSource) == [true, false])
    #expect(reading.concepts[0].terms.map(\.isTranslation) == [false, true])
    #expect(try Writing(back: reading).text == text)
  }

  @Test("has notes for each direction, forms that are never printed, and regional variants")
  func furtherColumns() throws {
    let text = """
      #fr\ten\tnote\tflags\tnote_en\tfr_forms\ten_forms\ten-US_variants
      Sénat\tSenate\tThe upper house.\tcase\t\tPalais\t\t
      travail\tlabour\t\t\tA party, too.\t\tgraft\tlabor

      """
    let reading = try Reading(text.utf8, name: "a.tsv")
    let (senate, labour) = (reading.concepts[0], reading.concepts[1])
    #expect(senate.note(from: "fr") == "The upper house.")
    #expect(senate.note(from: "en") == nil)
    #expect(labour.note(from: "fr-CA") == nil)
    #expect(labour.note(from: "en-GB") == "A party, too.")
    #expect(senate.terms.map(\.text) == ["Sénat", "Senate", "Palais"])
    #expect(senate.terms[2].flags == .caseSensitive)
    #expect(senate.terms.map(\.isTranslation) == [true, true, false])
    #expect(senate.terms.map(\.isSource) == [true, true, true])
    #expect(labour.terms.map(\.language.written) == ["fr", "en", "en", "en-US"])
    #expect(labour.terms.last?.status == .admitted)
    #expect(reading.detected.languages == ["fr", "en"])
    #expect(try Writing(back: reading).text == text)
    let omegat = try Writing(.omegat, concepts: reading.concepts)
    #expect(omegat.losses["recognised form"] == 2)
    #expect(omegat.text.contains("Sénat\tSenate\tThe upper house.\n"))
  }
}

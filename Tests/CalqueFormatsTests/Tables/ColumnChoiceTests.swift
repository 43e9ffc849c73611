import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("A column that the user chooses")
struct ColumnChoiceTests {
  @Test(
    "is a language or a content, and a number or a spreadsheet's letters",
    arguments: [
      ("fr=1", 0, "fr", nil), ("en-GB=12", 11, "en-GB", nil), ("note=5", 4, nil, .note),
      ("French=A", 0, "fr", nil), ("fr=z", 25, "fr", nil), ("fr=AA", 26, "fr", nil),
      ("fr=ab", 27, "fr", nil), ("fr=1000", 999, "fr", nil), ("domaine=2", 1, nil, .domain),
      ("fr= 3 ", 2, "fr", nil), ("pos=4", 3, nil, .partOfSpeech), ("id=1", 0, "id", nil),
      ("definition=C", 2, nil, .definition),
    ] as [(String, Int, String?, ColumnRole?)])
  func read(text: String, column: Int, language: String?, role: ColumnRole?) throws {
    let choice = try #require(ColumnChoice(text))
    #expect(choice.column == column)
    #expect(choice.language?.written == language)
    #expect(choice.role == role)
  }

  @Test(
    "is none of what names no column, or no content",
    arguments: [
      "", "=", "fr", "fr=", "=1", "fr=0", "fr=-1", "fr=1001", "fr=1=2", "fr=1.5", "fr=A1",
      "fr=é", "source=1", "nothing=1", "fr=AAAAAAA",
    ])
  func refused(text: String) {
    #expect(ColumnChoice(text) == nil)
  }
}

@Suite("The words for a status")
struct StatusWordsTests {
  @Test(
    "are those of the languages in which tables are written, whatever their case and accents",
    arguments: [
      ("preferred", .preferred), ("Préféré", .preferred), (" RECOMMANDÉ ", .preferred),
      ("admitted", .admitted), ("toléré", .admitted), ("admis", .admitted),
      ("forbidden", .forbidden), ("À éviter", .forbidden), ("deprecated", .forbidden),
      ("do not use", .forbidden), ("", nil), ("perhaps", nil), ("preferred!", nil),
    ] as [(String, TermStatus?)])
  func statuses(word: String, status: TermStatus?) {
    #expect(StatusWords.status(word) == status)
  }

  @Test("of a sheet of candidates pass a row over, and say why")
  func candidates() {
    for word in ["candidate", "Candidat", "à revoir", "proposed"] {
      #expect(StatusWords.reasonToSkip(word) == FileEvent.stillCandidate, "\(word)")
    }
    for word in ["reject", "Rejeté", "refusée", "drop", "non"] {
      #expect(StatusWords.reasonToSkip(word) == "rejected in its status column", "\(word)")
    }
    for word in ["preferred", "forbidden", "rejected", "", "whatever"] {
      #expect(StatusWords.reasonToSkip(word) == nil, "\(word)")
    }
    #expect(StatusWords.isUnknown("whatever"))
    #expect(!StatusWords.isUnknown("candidate") && !StatusWords.isUnknown("admis"))
  }

  @Test("of no language agree with no other status")
  func disjoint() {
    for word in ["preferred", "admitted", "forbidden"] {
      #expect(StatusWords.status(word)?.name == word)
      #expect(StatusWords.reasonToSkip(word) == nil)
    }
  }

  @Test("that say yes are the marks of a column that forbids")
  func yes() {
    for word in ["yes", "TRUE", "x", "1", "Oui", "vrai", "à éviter", " X "] {
      #expect(StatusWords.isYes(word), "\(word)")
    }
    for word in ["no", "non", "false", "0", "", "yes please"] {
      #expect(!StatusWords.isYes(word), "\(word)")
    }
  }

  @Test(
    "for a gender are one of three letters, and other texts stay as they are",
    arguments: [
      ("m", "m"), ("M.", "m"), ("masc.", "m"), ("Masculin", "m"), ("féminin", "f"), ("fém.", "f"),
      ("n. f.", "f"), ("nm", "m"), ("m f", "mf"), ("mf", "mf"), ("neuter", "neuter"),
      ("Neutrum", "Neutrum"), ("", ""), ("verbe", "verbe"),
    ])
  func genders(text: String, gender: String) {
    #expect(GenderWords.gender(text) == gender)
  }
}

@Suite("The flags of a row")
struct RowFlagsTests {
  private static let languages: [LanguageTag] = ["fr", "en-GB", "de"]

  @Test(
    "are read as a list, with a direction among the languages of the table",
    arguments: [
      ("", [], nil, []), ("metonym", [.metonym], nil, []),
      ("case | metonym", [.caseSensitive, .metonym], nil, []),
      ("fr-en", [], "0>1", []), ("en-fr|case", [.caseSensitive], "1>0", []),
      ("de-fr", [], "2>0", []), ("fr-fr", [], nil, ["fr-fr"]), ("fr-it", [], nil, ["fr-it"]),
      ("shiny||case", [.caseSensitive], nil, ["shiny"]),
    ] as [(String, TermFlags, String?, [String])])
  func read(list: String, flags: TermFlags, direction: String?, unknown: [String]) {
    let read = RowFlags(list, languages: Self.languages)
    #expect(read.flags == flags)
    #expect(read.direction.map { "\($0.source)>\($0.target)" } == direction)
    #expect(read.unknown == unknown)
  }

  @Test("describe the language that is recognised; a false friend is one in every language")
  func languages() {
    let plain = RowFlags("metonym|false-friend", languages: Self.languages)
    #expect(plain.flags(of: 0) == [.metonym, .falseFriend])
    #expect(plain.flags(of: 1) == [.falseFriend])
    let turned = RowFlags("metonym|en-fr", languages: Self.languages)
    #expect(turned.flags(of: 0) == [.targetOnly])
    #expect(turned.flags(of: 1) == [.metonym, .sourceOnly])
    #expect(turned.flags(of: 2) == [])
  }

  @Test("come back from the terms that they were given to, and are written in their order")
  func back() {
    for list in ["", "metonym", "ambiguous|case", "false-friend", "fr-en-GB", "metonym|en-GB-fr"] {
      let read = RowFlags(list, languages: Self.languages)
      let terms = (0..<2).map { place in
        Term(language: Self.languages[place], text: "x", flags: read.flags(of: place))
      }
      let again = RowFlags(of: terms)
      #expect(again.flags == read.flags, "\(list)")
      #expect(again.direction == read.direction, "\(list)")
      #expect(again.written(languages: Self.languages) == read.written(languages: Self.languages))
    }
    #expect(RowFlags(of: []).flags == [])
    #expect(RowFlags(of: [nil, nil]).written(languages: Self.languages) == "")
    #expect(
      RowFlags("case|metonym", languages: Self.languages).written(languages: Self.languages)
        == "metonym|case")
  }
}

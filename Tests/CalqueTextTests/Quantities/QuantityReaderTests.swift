import CalqueModel
import CalqueText
import Testing

@Suite("Quantities of a text")
struct QuantityReaderTests {
  /// The quantities in a short form: `12000`, `5.4%`, `month 3`, `Tuesday`, `15:30`.
  private func read(_ text: String, _ language: LanguageTag) -> [String] {
    var reader = QuantityReader(language)
    return reader.quantities(in: text).map { Self.text(of: $0.readings[0]) }
  }

  private static func text(of reading: Quantity.Reading) -> String {
    let value =
      reading.value == reading.value.rounded() ? "\(Int(reading.value))" : "\(reading.value)"
    switch reading.kind {
    case .month: return "month \(value)"
    case .weekday: return "weekday \(value)"
    case .time: return "time \(value)"
    case .number:
      switch reading.unit {
      case nil: return value
      case .percent: return value + "%"
      case .points: return value + " points"
      case .currency(let code): return value + " " + code
      case .measure(let symbol): return value + " " + symbol
      case .time(let days): return "\((reading.value * days * 1_440).rounded()) min"
      }
    }
  }

  @Test(
    "are read in French",
    arguments: [
      ("Elle a 12 000 lecteurs et 3,4 % de plus.", ["12000", "3.4%"]),
      ("Il y a 45.500 signatures.", ["45500"]),
      ("L’article 49.3, version 2.10.4", ["49.3", "2104"]),
      ("un plan de deux cents millions d’euros", ["200000000 EUR"]),
      ("un million et demi d’euros", ["1500000 EUR"]),
      ("173 Md€, 5 M€ et 20 k€", ["173000000000 EUR", "5000000 EUR", "20000 EUR"]),
      ("quatre-vingt-dix-sept, soixante et onze, vingt et un", ["97", "71", "21"]),
      ("mille neuf cent quatre-vingt-quatre", ["1984"]),
      ("une trentaine de cas, une centaine de milliers de gens", ["30", "100000"]),
      ("du 3 au 4 mars 2025", ["3", "4", "month 3", "2025"]),
      ("le 1er mai, le 14/07/2023", ["1", "month 5", "14", "month 7", "2023"]),
      ("mardi à 15 h 30, à 6h05", ["weekday 2", "time 930", "time 365"]),
      ("au XVIIIe siècle, sous la Ve République", ["18", "5"]),
      ("Ce disque, le CD, les Vers, De là", []),
      ("24 heures sur 24", []),
      ("la deuxième fois, la 3e place", ["2", "3"]),
      ("Il faisait −4 °C, moins 7 °C, au moins 5 litres", ["-4 °", "-7 °", "5 l"]),
      ("de 7 à 9 %", ["7%", "9%"]),
      ("trois quarts des gens", ["0.75"]),
      ("Une sonde est sur Mars.", []),
      ("Tout se joue en mars.", ["month 3"]),
    ])
  func french(text: String, quantities: [String]) {
    #expect(read(text, "fr") == quantities)
  }

  @Test(
    "are read in English",
    arguments: [
      ("It has 12,000 readers and 3.4% more.", ["12000", "3.4%"]),
      ("€1.5 billion, US$30m, 20 per cent", ["1500000000 EUR", "30000000 dollar", "20%"]),
      ("two hundred and fifty people, a hundred more", ["250", "100"]),
      ("ninety-seven, twenty-first, the 19th", ["97", "21", "19"]),
      ("two and a half years, half a point", ["1314000.0 min", "0.5"]),
      ("On March 3-4, 2025", ["month 3", "3", "4", "2025"]),
      ("On Sept. 11, 2001 and 2nd of November", ["month 9", "11", "2001", "2", "month 11"]),
      ("Tuesday at 3:30 p.m., 8 a.m.", ["weekday 2", "time 930", "time 480"]),
      ("It may march on. In May, he did.", ["month 5"]),
      ("the '90s and the 1990s", ["90", "1990"]),
      ("three-quarters of voters", ["0.75"]),
      ("It runs 24/7.", []),
      ("the 2.0b4 release", ["2", "4"]),
    ])
  func english(text: String, quantities: [String]) {
    #expect(read(text, "en") == quantities)
  }

  @Test("have the places of their words, behind an emoji, too")
  func places() {
    var reader = QuantityReader("fr")
    let text = "👩‍👩‍👧 déjà 12 000 € à midi"
    let bytes = Array(text.utf8)
    let found = reader.quantities(in: text).map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
    #expect(found == ["12 000 €", "midi"])
  }

  @Test(
    "agree across the conventions of two languages",
    arguments: [
      ("3 000 milliards d’euros", "three trillion euros"),
      ("une quinzaine de jours", "two weeks"),
      ("20 heures", "8 p.m."),
      ("un sur deux", "half"),
      ("les années 1990", "the '90s"),
      ("la moitié", "50%"),
      ("2 à 3 milliards de dollars", "$2 to 3 billion"),
    ])
  func agreement(french: String, english: String) {
    var (first, second) = (QuantityReader("fr"), QuantityReader("en"))
    let mine = first.quantities(in: french)
    let theirs = second.quantities(in: english)
    #expect(
      theirs.allSatisfy { other in
        mine.contains { quantity in
          quantity.readings.contains { reading in
            other.readings.contains { reading.agrees(with: $0) }
          }
        }
      })
    #expect(!theirs.isEmpty)
  }

  @Test(
    "of hostile text end",
    arguments: [
      String(repeating: "9", count: 4_000), String(repeating: "vingt ", count: 2_000),
      String(repeating: "1/2/", count: 2_000), String(repeating: "3 sur ", count: 2_000),
      "XIVXIVXIV MMMMMMMMMMMMMMMMMMMM e", "(((((((", "٣٫١٤ ½ ²", "1.2.3.4.5,6,7",
    ])
  func hostile(text: String) {
    for language: LanguageTag in ["fr", "en", "de", "und"] {
      var reader = QuantityReader(language)
      #expect(reader.quantities(in: text).allSatisfy { !$0.readings.isEmpty })
    }
  }
}

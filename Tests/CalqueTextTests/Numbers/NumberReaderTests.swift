import CalqueModel
import CalqueText
import Testing

@Suite("The numbers of a text")
struct NumberReaderTests {
  private func values(_ text: String, _ language: Language) -> [String] {
    var scanner = TextScanner()
    let compared = ComparedText(text, stemmer: language.stemmer, using: &scanner)
    return NumberReader.numbers(of: compared, in: language).map {
      String(decoding: $0.value, as: UTF8.self)
    }
  }

  @Test(
    "are read in French, in digits and words",
    arguments: [
      ("deux milliards", ["2000000000"]), ("3,4 milliards d'euros", ["3400000000"]),
      ("deux cent mille", ["200000"]), ("quatre-vingt-dix-sept", ["97"]),
      ("vingt et un", ["21"]), ("soixante et onze", ["71"]), ("cent quatre-vingts", ["180"]),
      ("deux mille vingt-trois", ["2023"]), ("un million", ["1000000"]), ("un sommet", []),
      ("trois millions deux cent mille", ["3200000"]), ("mille milliards", ["1000000000000"]),
      ("trois et quatre", ["3", "4"]), ("deux trois", ["2", "3"]), ("le pont neuf", []),
      ("neuf ans", ["9"]), ("dix-neuf", ["19"]), ("3 pour cent", ["3"]),
      ("douze pour cent", ["12"]), ("une centaine", ["100"]), ("deux douzaines", ["24"]),
      ("la troisième fois", ["3"]), ("-3 degrés, 2-3", ["-3", "2", "3"]),
      ("3 sept. 2023", ["3", "2023"]),
      ("sept. ou huit", ["7", "8"]), ("50 cents", ["50"]), ("rien", []),
    ])
  func french(text: String, values: [String]) { #expect(self.values(text, .french) == values) }

  @Test(
    "are read in English, in digits and words",
    arguments: [
      ("two billion", ["2000000000"]), ("$3.4bn", ["3400000000"]), ("twenty-five", ["25"]),
      ("two hundred and five", ["205"]), ("five and six", ["5", "6"]), ("a million", ["1000000"]),
      ("a summit", []), ("one of them", []), ("two dozen", ["24"]), ("hundreds of", ["100"]),
      ("12,000 people", ["12000"]), ("three thousand two hundred", ["3200"]),
      ("the twenty-third", ["23"]), ("6 per cent", ["6"]),
    ])
  func english(text: String, values: [String]) { #expect(self.values(text, .english) == values) }

  @Test("are digits alone in other languages")
  func others() { #expect(values("zwei oder 3,5", Language("de")) == ["3.5"]) }

  @Test("are read whatever their size")
  func hostile() {
    let millions = String(repeating: "million ", count: 200)
    #expect(!values(millions, .french).isEmpty)
    #expect(!values(String(repeating: "9", count: 5_000) + " milliards", .french).isEmpty)
    #expect(!values(String(repeating: "douzaines ", count: 50), .french).isEmpty)
  }
}

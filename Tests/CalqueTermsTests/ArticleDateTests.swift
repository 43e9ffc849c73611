import CalqueModel
import CalqueTerms
import Testing

@Suite("The date of an article")
struct ArticleDateTests {
  static let dates: [(text: String, date: String?)] = [
    (" date 2023-11 Après Londres, Paris.", "2023-11"),
    ("2023-11-02", "2023-11-02"),
    ("Publié le 1er novembre 2023 à 8 h 30", "2023-11-01"),
    ("Mis à jour : 02/11/2023", "2023-11-02"),
    ("le 3 févr. 2024", "2024-02-03"),
    ("Paris, 14 août 2022.", "2022-08-14"),
    ("PARIS, Nov. 2, 2023 (AP)", "2023-11-02"),
    ("November 2nd, 2023", "2023-11-02"),
    ("on the 2nd of November 2023", "2023-11-02"),
    ("2 November 2023", "2023-11-02"),
    ("En novembre 2023, la France", "2023-11"),
    ("May 2024", "2024-05"),
    ("mai 2024", "2024-05"),
    ("2023, puis 2024", nil),
    ("le 14 juillet 1789", nil),
    ("le 31 février 2023", "2023-02"),
    ("2023-1100, 12-2023, 2023-13", nil),
    ("en 2023 - 11 morts", nil),
    ("", nil),
    ("Depuis la loi du 4 mars 2002, les malades", nil),
    ("L'accord du lundi 3 mai 2021 tient. 2 juin 2022", "2022-06-02"),
    ("les élections de juin 2024, avant le 7 juillet 2024", nil),
    ("Édition du 5 juin 2023", "2023-06-05"),
    ("LONDRES, 3 mai 2024 (AFP) - La loi du 2 mai 2023", "2024-05-03"),
    ("The Act of 6 July 2010 lapsed. Until May 3, 2024 it held.", nil),
    ("Since the 4th of May 2021 nothing. June 5, 2023", "2023-06-05"),
  ]

  @Test("is read in the spellings of both languages", arguments: dates)
  func read(text: String, date: String?) {
    #expect(ArticleDate.found(in: text, language: "fr")?.written == date)
  }

  @Test("is the first one, within 400 scalars")
  func reach() {
    let far = String(repeating: "é", count: 390)
    #expect(ArticleDate.found(in: far + " 2023-11", language: "fr")?.written == "2023-11")
    #expect(ArticleDate.found(in: far + "éééé 2023-11", language: "fr") == nil)
    #expect(
      ArticleDate.found(in: "3 mai 2021, 2 mai 2020", language: "fr")?.written == "2021-05-03")
  }

  @Test("has its month first in American English alone")
  func american() {
    #expect(ArticleDate.found(in: "11/02/2023", language: "en-US")?.written == "2023-11-02")
    #expect(ArticleDate.found(in: "11/02/2023", language: "en")?.written == "2023-02-11")
  }
}

import CalqueText
import Testing

@testable import Calque

@Suite("Two renderings")
struct RenderingLikenessTests {
  private func areAlike(_ one: String, _ other: String) -> Bool {
    func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    let likeness = RenderingLikeness(.english)
    let there = likeness.areAlike(words(one), words(other))
    #expect(there == likeness.areAlike(words(other), words(one)))
    return there
  }

  @Test(
    "are alike where one says no more than the other",
    arguments: [
      ("summit", "Summits"), ("licence", "license"), ("young man", "young men"),
      ("Minister of Labour", "Labor Minister"), ("list box", "list boxes"),
      ("rescue centre", "rescue centers"), ("e mail", "email"),
      ("Council", "Governor in Council"), ("Goods and Services Tax", "GST"),
      ("consolidated financial", "financial statements"), ("the", "a the"),
    ])
  func alike(one: String, other: String) { #expect(areAlike(one, other)) }

  @Test(
    "differ where their words do",
    arguments: [
      ("fishing licence", "fishing permit"), ("full list", "complete list"), ("ship", "vessel"),
      ("postal address", "mailing address"), ("point of commencement", "starting point"),
      ("real property", "immovable property"), ("root", "superuser"), ("vessel of war", "war ship"),
    ])
  func different(one: String, other: String) { #expect(!areAlike(one, other)) }
}

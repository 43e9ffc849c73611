import CalqueModel
import TestSupport
import Testing

@Suite("A date of a year, a month or a day")
struct PartialDateTests {
  @Test(
    "is an interval of days",
    arguments: [
      ("2023", 2023_0101, 2023_1231), ("2023-11", 2023_1101, 2023_1131),
      ("2023-02", 2023_0201, 2023_0231), ("2024-02-29", 2024_0229, 2024_0229),
      ("0001", 1_0101, 1_1231),
    ])
  func interval(text: String, first: Int, last: Int) throws {
    let date = try #require(PartialDate(text))
    #expect(date.written == text)
    #expect(date.firstDay == first)
    #expect(date.lastDay == last)
  }

  @Test(
    "is not read from anything else",
    arguments: [
      "", "23", "20233", "2023-", "2023-1", "2023-13", "2023-00", "2023-011", "2023-02-30",
      "2023-02-3", "2023-02-01-", "2023/02", "-2023", "202a", "2023-1a", " 2023", "٢٠٢٣",
      "2023-11-01T08:30:00Z",
    ])
  func refusing(text: String) { #expect(PartialDate(text) == nil) }
}

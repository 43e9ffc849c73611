import CalqueModel
import Testing

@Suite("A moment and the time in which a term holds")
struct InstantTests {
  @Test(
    "reads both shapes of ISO 8601 and writes them back",
    arguments: [
      ("20231101T083000Z", 1_698_827_400), ("2023-11-01T08:30:00Z", 1_698_827_400),
      ("19700101T000000Z", 0), ("19691231T235959Z", -1), ("20000229T000000Z", 951_782_400),
      ("2023-11-01", 1_698_796_800),
    ])
  func reading(text: String, seconds: Int64) throws {
    let instant = try #require(Instant(text))
    #expect(instant.seconds == seconds)
    #expect(Instant(instant.basic) == instant)
    #expect(Instant(instant.extended) == instant)
  }

  @Test(
    "refuses what is no moment",
    arguments: [
      "", "yesterday", "20231301T000000Z", "20230229T000000Z", "20231101T240000Z", "2023",
    ])
  func refusing(text: String) { #expect(Instant(text) == nil) }

  @Test(
    "holds on the days of an interval, and a month is an interval too",
    arguments: [
      ("2023-07..2024-01", "2023-11", true), ("2023-07..2024-01", "2024-02", false),
      ("2023-07..2024-01", "2023", true), ("2018-05..", "2018-04-30", false), ("", "1789", true),
      ("..2024-01", "2024-01-31", true), ("2023-11", "2023-11-02", true),
    ])
  func validity(interval: String, date: String, holds: Bool) throws {
    let validity = try #require(Validity(interval))
    let day = try #require(PartialDate(date))
    #expect(validity.overlaps(day) == holds)
    #expect(validity.description == interval)
  }

  @Test(
    "refuses an interval that is none",
    arguments: ["..", "2024..2023", "2023-13", "soon", "2023-1"])
  func noValidity(text: String) { #expect(Validity(text) == nil) }
}

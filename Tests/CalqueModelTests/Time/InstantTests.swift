import CalqueModel
import TestSupport
import Testing

@Suite("A moment")
struct InstantTests {
  @Test(
    "is read in both shapes of ISO 8601 and written back",
    arguments: [
      ("20231101T083000Z", 1_698_827_400), ("2023-11-01T08:30:00Z", 1_698_827_400),
      ("19700101T000000Z", 0), ("19691231T235959Z", -1), ("20000229T000000Z", 951_782_400),
      ("2023-11-01", 1_698_796_800), ("20231101", 1_698_796_800),
      ("20231101T083000", 1_698_827_400), ("2023-11-01T08:30:00", 1_698_827_400),
      ("99991231T235959Z", 253_402_300_799), ("00000101T000000Z", -62_167_219_200),
    ])
  func reading(text: String, seconds: Int64) throws {
    let instant = try #require(Instant(text))
    #expect(instant.seconds == seconds)
    #expect(Instant(instant.basic) == instant)
    #expect(Instant(instant.extended) == instant)
  }

  @Test("is written in TMX's shape, in JSON's shape, and as a day")
  func writing() {
    let instant = Instant(seconds: 1_698_827_405)
    #expect(instant.basic == "20231101T083005Z")
    #expect(instant.extended == "2023-11-01T08:30:05Z")
    #expect(instant.day == "2023-11-01")
    #expect(Instant(seconds: -1).extended == "1969-12-31T23:59:59Z")
    #expect(Instant(seconds: -86_400).extended == "1969-12-31T00:00:00Z")
  }

  @Test(
    "is not read from anything else",
    arguments: [
      "", "yesterday", "20231301T000000Z", "20230229T000000Z", "20231101T240000Z", "2023",
      "20231101T083060Z", "20231101T086000Z", "20231100T000000Z", "20230431T000000Z", "2023-06-31",
      "2023-09-31", "2023-11-31", "2023-12-32",
      "19000229T000000Z", "2023-11-01T08:30:00+01:00", "2023-11-01 08:30:00", "20231101T0830Z",
      "2023-1101-", "2-0231101", "T20231101083000", "-20231101-", "2023-11-01T:08:3000",
      "20231101083000Z", "２０２３１１０１", " 20231101", "20231101Z",
    ])
  func refusing(text: String) { #expect(Instant(text) == nil) }

  @Test("follows the calendar day by day from 1896 to 2104")
  func calendar() {
    var (year, month, day) = (1896, 1, 1)
    var seconds: Int64 = -74 * 365 * 86_400 - 18 * 86_400
    while year < 2105 {
      let written = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      guard Instant(written)?.seconds == seconds, Instant(seconds: seconds).day == written else {
        Issue.record("\(written) is not \(seconds)")
        return
      }
      let isLeap = year % 4 == 0 && year != 1900 && year != 2100
      let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
      seconds += 86_400
      day += 1
      if day > length { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  @Test("orders as its written form does", arguments: [0x7137 as UInt64])
  func order(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func moment() -> Instant {
      Instant(seconds: Int64.random(in: -62_167_219_200...253_402_300_799, using: &random))
    }
    for _ in 0..<500 {
      let (a, b) = (moment(), moment())
      #expect((a < b) == (a.basic < b.basic), "seed \(seed): \(a.basic) \(b.basic)")
      #expect(Instant(a.basic) == a, "seed \(seed): \(a.seconds)")
      #expect(Instant(a.extended) == a, "seed \(seed): \(a.seconds)")
    }
  }

  @Test("has a written form whatever its number of seconds", arguments: [Int64.min, Int64.max])
  func extremes(seconds: Int64) {
    #expect(Instant(seconds: seconds).basic.hasSuffix("Z"))
  }
}

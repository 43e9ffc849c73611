import CalqueModel
import TestSupport
import Testing

@Suite("The time in which a term holds")
struct ValidityTests {
  @Test(
    "overlaps a date whose days it shares",
    arguments: [
      ("2023-07..2024-01", "2023-11", true), ("2023-07..2024-01", "2024-02", false),
      ("2023-07..2024-01", "2023-06-30", false), ("2023-07..2024-01", "2023-07-01", true),
      ("2023-07..2024-01", "2023", true), ("2018-05..", "2018-04-30", false),
      ("2018-05..", "9999", true), ("", "1789", true), ("..2024-01", "2024-01-31", true),
      ("..2024-01", "2024-02-01", false), ("2023-11", "2023-11-02", true),
      ("2023-11", "2023-12", false), ("2023", "2023-12-31", true),
      ("..2023-02", "2023-02-28", true),
    ])
  func overlapping(interval: String, date: String, overlaps: Bool) throws {
    let validity = try #require(Validity(interval))
    let day = try #require(PartialDate(date))
    #expect(validity.overlaps(day) == overlaps)
    #expect(validity.description == interval)
  }

  @Test("is written short where both ends are the same")
  func sameEnds() throws {
    let validity = try #require(Validity("2023-07..2023-07"))
    #expect(validity.description == "2023-07")
    #expect(Validity("2023-07") == validity)
    #expect(Validity("2023-07..2023-07-31") != validity)
  }

  @Test("holds always where nothing is said")
  func always() throws {
    #expect(Validity().isAlways)
    #expect(Validity("") == Validity())
    #expect(Validity().description == "")
    #expect(try !#require(Validity("2023..")).isAlways)
    #expect(try !#require(Validity("..2023")).isAlways)
  }

  @Test(
    "is not read from what is no interval",
    arguments: [
      "..", "2024..2023", "2023-13", "soon", "2023-1", "2023.2024", "2023...2024", "2023..x",
      "x..2023", "2023..2024..2025", ".", "2024-02-01..2024-01", "2023 .. 2024",
    ])
  func refusing(text: String) { #expect(Validity(text) == nil) }

  @Test("overlaps exactly the dates that share a day with it", arguments: 0..<10 as Range<UInt64>)
  func law(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let from = random.number(below: 3) == 0 ? "" : Self.date(&random)
      let to = random.number(below: 3) == 0 ? "" : Self.date(&random)
      let date = Self.date(&random)
      guard let validity = Validity("\(from)..\(to)") else { continue }
      let first = Self.days(of: from)[0]
      let last = Self.days(of: to)[Self.days(of: to).count - 1]
      let isShared = Self.days(of: date).contains { first <= $0 && $0 <= last }
      let day = try #require(PartialDate(date))
      #expect(validity.overlaps(day) == isShared, "seed \(seed): \(validity) \(date)")
      #expect(Validity(validity.description) == validity, "seed \(seed): \(validity)")
    }
  }

  /// A year, a month or a day of 2000 to 2002.
  private static func date(_ random: inout SplitMix64) -> String {
    let year = "200\(random.number(below: 3))"
    let month = ["01", "02", "06", "12"][random.number(below: 4)]
    let day = ["01", "15", "28"][random.number(below: 3)]
    return [year, "\(year)-\(month)", "\(year)-\(month)-\(day)"][random.number(below: 3)]
  }

  /// The days from 2000 to 2002 in order, written in full, 31 a month.
  private static let allDays = (2000...2002).flatMap { year in
    (1...12).flatMap { month in
      (1...31).map { day in
        "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      }
    }
  }

  /// The days of a date in order; all days where there is no date.
  private static func days(of date: String) -> [String] {
    allDays.filter { $0.hasPrefix(date) }
  }
}

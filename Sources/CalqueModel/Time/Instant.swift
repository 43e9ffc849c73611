/// A moment in UTC, in whole seconds since 1970.
///
/// Files write moments as `20231101T083000Z` (TMX, ISO 8601 basic) or `2023-11-01T08:30:00Z`
/// (extended). The unit's `Meta` keeps a date that cannot be read, as written.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, negative before.
  public let seconds: Int64

  /// Makes a moment from seconds since 1970.
  public init(seconds: Int64) { self.seconds = seconds }

  /// Whether a moment is before another one.
  public static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }

  /// Reads `YYYYMMDDThhmmssZ`, `YYYY-MM-DDThh:mm:ssZ`, or a date alone (midnight); nil otherwise.
  public init?(_ text: String) {
    let digits = text.utf8.filter { (0x30...0x39).contains($0) }.map { Int64($0 - 0x30) }
    let shape = text.utf8.map { (0x30...0x39).contains($0) ? UInt8(ascii: "0") : $0 }
    guard Self.shapes.contains(String(decoding: shape, as: UTF8.self)) else { return nil }
    func number(_ range: Range<Int>) -> Int64 { digits[range].reduce(0) { $0 * 10 + $1 } }
    let (year, month, day) = (number(0..<4), number(4..<6), number(6..<8))
    let (hour, minute, second) =
      digits.count == 14 ? (number(8..<10), number(10..<12), number(12..<14)) : (0, 0, 0)
    guard (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day), hour < 24,
      minute < 60, second < 60
    else { return nil }
    seconds =
      Self.days(fromCivil: year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second
  }

  /// The shapes that can be read, with 0 for each digit.
  private static let shapes: Set<String> = [
    "00000000T000000Z", "0000-00-00T00:00:00Z", "00000000T000000", "0000-00-00T00:00:00",
    "00000000", "0000-00-00",
  ]

  /// The moment as TMX writes it: `20231101T083000Z`.
  public var basic: String { written(dash: "", colon: "") }

  /// The moment as JSON writes it: `2023-11-01T08:30:00Z`.
  public var extended: String { written(dash: "-", colon: ":") }

  /// The day alone: `2023-11-01`.
  public var day: String { String(extended.prefix(10)) }

  private func written(dash: String, colon: String) -> String {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds + 1) / 86_400 - 1
    let rest = (seconds % 86_400 + 86_400) % 86_400
    let (year, month, day) = Self.civil(fromDays: days)
    func pad(_ value: Int64, _ width: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
    return pad(year, 4) + dash + pad(month, 2) + dash + pad(day, 2) + "T"
      + pad(rest / 3_600, 2) + colon + pad(rest / 60 % 60, 2) + colon + pad(rest % 60, 2) + "Z"
  }

  private static func days(in month: Int64, of year: Int64) -> Int64 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  // Days since 1970 of a date and back: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms"
  // (2013), sections days_from_civil and civil_from_days. Years from 0 on.
  private static func days(fromCivil year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func civil(fromDays days: Int64) -> (Int64, Int64, Int64) {
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }
}

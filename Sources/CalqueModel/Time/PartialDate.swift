/// A year, a month or a day, as an interval of days.
public struct PartialDate: Hashable, Sendable {
  /// The date as written: `2023`, `2023-11`, `2023-11-01`.
  public let written: String
  /// The first day as a number `yyyymmdd`.
  public let firstDay: Int
  /// The last day as a number `yyyymmdd`; for a month always day 31, which orders as well.
  public let lastDay: Int

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil if the text is no date.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4 else { return nil }
    var numbers = [Int]()
    for (place, part) in parts.enumerated() {
      guard place == 0 || part.count == 2, part.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
      numbers.append(part.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    if numbers.count > 1, !(1...12).contains(numbers[1]) { return nil }
    if numbers.count > 2, Instant(text) == nil { return nil }
    written = text
    let year = numbers[0] * 10_000
    switch numbers.count {
    case 1: (firstDay, lastDay) = (year + 101, year + 1231)
    case 2: (firstDay, lastDay) = (year + numbers[1] * 100 + 1, year + numbers[1] * 100 + 31)
    default:
      let day = year + numbers[1] * 100 + numbers[2]
      (firstDay, lastDay) = (day, day)
    }
  }
}

extension PartialDate: CustomStringConvertible {
  /// The date as written: `2023-11`.
  public var description: String { written }
}

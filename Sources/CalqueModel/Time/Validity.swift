/// The time in which a term is used: `2023-07..2024-01`; either end may be open.
///
/// Each end is a year, a month or a day and belongs to the interval.
public struct Validity: Hashable, Sendable {
  /// The first day, month or year; nil if the beginning is open.
  public let from: PartialDate?
  /// The last day, month or year; nil if the end is open.
  public let to: PartialDate?

  /// Makes an interval without ends.
  public init() {
    from = nil
    to = nil
  }

  /// Makes an interval with two ends.
  public init(from: PartialDate?, to: PartialDate?) {
    self.from = from
    self.to = to
  }

  /// Reads `A..B`, `A..`, `..B`, or `A` alone (that year, month or day); nil if the text is no interval.
  public init?(_ text: String) {
    if text.isEmpty {
      self.init()
      return
    }
    guard let dots = text.firstRange(ofDots: ()) else {
      guard let date = PartialDate(text) else { return nil }
      self.init(from: date, to: date)
      return
    }
    let (first, last) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
    let (from, to) = (PartialDate(first), PartialDate(last))
    guard from != nil || first.isEmpty, to != nil || last.isEmpty, from != nil || to != nil else {
      return nil
    }
    if let from, let to, from.firstDay > to.lastDay { return nil }
    self.init(from: from, to: to)
  }

  /// Whether both ends are open.
  public var isAlways: Bool { from == nil && to == nil }

  /// Whether the interval holds a day of the date.
  public func overlaps(_ date: PartialDate) -> Bool {
    if let from, date.lastDay < from.firstDay { return false }
    if let to, date.firstDay > to.lastDay { return false }
    return true
  }
}

extension Validity: CustomStringConvertible {
  /// The interval as `2023-07..2024-01`; empty if both ends are open.
  public var description: String {
    if isAlways { return "" }
    if let from, from == to { return from.written }
    return "\(from?.written ?? "")..\(to?.written ?? "")"
  }
}

extension String {
  fileprivate func firstRange(ofDots: Void) -> Range<String.Index>? {
    guard let first = utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    let second = utf8.index(after: first)
    guard second < endIndex, utf8[second] == UInt8(ascii: ".") else { return nil }
    return first..<utf8.index(after: second)
  }
}

import CalqueText

/// A number as a query writes it: its digits, and the power of ten behind them.
struct NumberParts {
  let whole: [UInt8]
  let decimals: [UInt8]?
  let isGrouped: Bool
  let scale: Int?

  /// Reads the parts of a number of a text; nil if the number has none.
  init?(_ number: WrittenNumber, _ text: ComparedText, _ language: Language) {
    if number.isWords {
      guard let value = number.wholeValue else { return nil }
      let power = [12, 9, 6].first { power in
        let size = (0..<power).reduce(1) { size, _ in size * 10 }
        return value >= size && value % size == 0
      }
      let size = (0..<(power ?? 0)).reduce(1) { size, _ in size * 10 }
      (whole, decimals, isGrouped, scale) = (Array(String(value / size).utf8), nil, false, power)
      return
    }
    let plain = text.tokens[number.tokens.lowerBound].plain
    guard let parts = NumberValue.parts(of: plain, language.rules.numberSigns) else { return nil }
    let range = text.ranges[number.tokens.lowerBound]
    (whole, decimals, scale) = (parts.whole, parts.decimals, number.scale)
    isGrouped = range.count > parts.whole.count + (parts.decimals.map { $0.count + 1 } ?? 0)
  }

  /// The parts of a whole value in digits; nil for a value with decimals.
  init?(value: [UInt8]) {
    guard value.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    (whole, decimals, isGrouped, scale) = (value, nil, true, nil)
  }

  /// The digits as a number of up to a hundred.
  var small: Int? {
    guard decimals == nil, let value = Int(String(decoding: whole, as: UTF8.self)), value <= 100
    else { return nil }
    return value
  }

  /// Whether the digits, without the power of ten, are less than two.
  var isBelowTwo: Bool { whole == [UInt8(ascii: "0")] || whole == [UInt8(ascii: "1")] }
}

extension WrittenNumber {
  /// The value as a whole number; nil if it has decimals or is too large.
  var wholeValue: Int? { Int(String(decoding: value, as: UTF8.self)) }
  /// The value if it is a whole number up to a hundred.
  var small: Int? { wholeValue.flatMap { (0...100).contains($0) ? $0 : nil } }
  /// What decides between singular and plural: one, another value below two, or more.
  enum Amount { case one, belowTwo, more }

  var amount: Amount {
    let whole = value.prefix { $0 != UInt8(ascii: ".") }
    if value == [UInt8(ascii: "1")] { return .one }
    return whole == [UInt8(ascii: "0")] || whole == [UInt8(ascii: "1")] ? .belowTwo : .more
  }
}

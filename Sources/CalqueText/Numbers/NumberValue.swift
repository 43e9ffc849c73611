/// The value of a number in digits, whatever groups the digits.
///
///     NumberValue.reading(of: "12,000", .point)   // "12000"
///     NumberValue.reading(of: "3,40", .comma)     // "3.4"
///
/// A value is written with a full stop, without groups, leading zeros and zeros at the end of the
/// decimals. So two numbers are equal if their values are the same bytes, whatever their length.
package enum NumberValue {
  /// The value in a text whose language has the given signs.
  ///
  /// A number that breaks the rules of its language is read by those of the other convention, and
  /// one that breaks both, such as `1.2.3`, is its own value.
  ///
  /// - Parameters:
  ///   - plain: the plain form of a number's token: digits, commas and full stops.
  ///   - signs: the signs of the language.
  /// - Returns: the value.
  package static func reading(of plain: [UInt32], _ signs: NumberSigns) -> [UInt8] {
    value(of: plain, signs) ?? value(of: plain, signs.other) ?? plain.map { UInt8(clamping: $0) }
  }

  /// The values that a number may have whose language is unknown: one or two.
  package static func readings(of plain: [UInt32]) -> [[UInt8]] {
    let values = [NumberSigns.point, .comma].compactMap { value(of: plain, $0) }
    if values.isEmpty { return [plain.map { UInt8(clamping: $0) }] }
    return values.count == 2 && values[0] == values[1] ? [values[0]] : values
  }

  /// A value times a power of ten.
  package static func shifted(_ value: [UInt8], by power: Int) -> [UInt8] {
    let point = value.firstIndex(of: UInt8(ascii: "."))
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard value.filter({ !digits.contains($0) }).count == (point == nil ? 0 : 1) else {
      return value
    }
    let whole = value[..<(point ?? value.count)]
    let decimals = point.map { Array(value[($0 + 1)...]) } ?? []
    let moved = decimals.prefix(power)
    let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: power - moved.count)
    return normal(whole + moved + zeros, Array(decimals.dropFirst(power)))
  }

  /// The value by the rules of a convention; nil if the number breaks the rules.
  private static func value(of plain: [UInt32], _ signs: NumberSigns) -> [UInt8]? {
    strictParts(of: plain, signs).map { normal($0.whole, $0.decimals ?? []) }
  }

  /// The digits before and behind the decimal sign, without groups, in a text whose language has the
  /// given signs; nil if the number breaks the rules of both conventions.
  package static func parts(
    of plain: [UInt32], _ signs: NumberSigns
  ) -> (whole: [UInt8], decimals: [UInt8]?)? {
    strictParts(of: plain, signs) ?? strictParts(of: plain, signs.other)
  }

  private static func strictParts(
    of plain: [UInt32], _ signs: NumberSigns
  ) -> (whole: [UInt8], decimals: [UInt8]?)? {
    var whole = [UInt8]()
    var decimals: [UInt8]?
    // The digits since the last sign; the first group may have fewer than three.
    var group = 0
    var isGrouped = false
    for scalar in plain {
      if let digit = digit(scalar) {
        if decimals != nil { decimals?.append(digit) } else { whole.append(digit) }
        group += 1
      } else {
        guard decimals == nil, isGrouped ? group == 3 : group > 0 else { return nil }
        if scalar == signs.group {
          guard isGrouped || group <= 3 else { return nil }
          isGrouped = true
        } else if scalar == signs.decimal {
          decimals = []
          isGrouped = false
        } else {
          return nil
        }
        group = 0
      }
    }
    if isGrouped, group != 3 { return nil }
    return (whole, decimals)
  }

  private static func normal(_ whole: [UInt8], _ decimals: [UInt8]) -> [UInt8] {
    let zero = UInt8(ascii: "0")
    var value = Array(whole.drop { $0 == zero })
    if value.isEmpty { value = [zero] }
    let end = decimals.lastIndex { $0 != zero }.map { $0 + 1 } ?? 0
    return end == 0 ? value : value + [UInt8(ascii: ".")] + decimals[..<end]
  }

  /// A decimal digit of any script in ASCII; nil for other scalars.
  private static func digit(_ scalar: UInt32) -> UInt8? {
    if (0x30...0x39).contains(scalar) { return UInt8(scalar) }
    guard scalar >= 0x80, let scalar = Unicode.Scalar(scalar),
      scalar.properties.generalCategory == .decimalNumber,
      let value = scalar.properties.numericValue
    else { return nil }
    return UInt8(ascii: "0") + UInt8(value)
  }
}

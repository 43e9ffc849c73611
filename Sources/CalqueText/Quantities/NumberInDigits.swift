/// The values of a number in digits.
enum NumberInDigits {
  /// The values that the digits may have, by the language's own signs first.
  ///
  /// A number that only the other convention can read has the value of that one: *49.3* in French.
  static func values(of digits: String, decimalComma: Bool) -> [Double] {
    let own = value(of: digits, decimal: decimalComma ? "," : ".", group: decimalComma ? "." : ",")
    let other = value(
      of: digits, decimal: decimalComma ? "." : ",", group: decimalComma ? "," : ".")
    // 19,000 in French may be written in the English way.
    if let own, let other, own == (own * 1e3).rounded() / 1e3, other == own * 1_000 {
      return [own, other]
    }
    if let value = own ?? other { return [value] }
    // A version or a code (1902.11.21.00) is the row of its digits.
    return Double(digits.filter { $0 != "." && $0 != "," }).map { [$0] } ?? []
  }

  private static func value(of digits: String, decimal: Character, group: Character) -> Double? {
    let sides = digits.split(separator: decimal, omittingEmptySubsequences: false)
    guard sides.count <= 2 else { return nil }
    let groups = sides[0].split(separator: group, omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.count == 1 || (1...3).contains(groups[0].count),
      sides.count == 1 || !sides[1].contains(group)
    else { return nil }
    var plain = ""
    for character in groups.joined() + (sides.count == 2 ? "." + sides[1] : "") {
      if let digit = character.wholeNumberValue {
        plain += String(digit)
      } else {
        plain.append(character)
      }
    }
    return Double(plain)
  }
}

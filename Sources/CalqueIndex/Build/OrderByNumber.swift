/// Puts places into the order of their numbers.
enum OrderByNumber {
  private static let digit = 1 << 16

  /// The places of numbers, the smallest number first; of equal numbers, the first place first.
  ///
  /// By the lower half of the numbers, then by the upper half, each by counting (D. E. Knuth, The Art
  /// of Computer Programming, vol. 3, section 5.2.5, algorithm R).
  ///
  /// - Parameter numbers: at most 2^32 numbers.
  /// - Returns: the places.
  /// - Complexity: O(numbers); the upper half is passed over where it is 0 throughout.
  static func places(of numbers: [UInt32]) -> [UInt32] {
    var places = Array(0..<UInt32(numbers.count))
    guard let largest = numbers.max() else { return places }
    for shift in [UInt32(0), 16] where shift == 0 || largest >> shift > 0 {
      var next = [Int](repeating: 0, count: digit + 1)
      for number in numbers { next[Int(number >> shift) % digit + 1] += 1 }
      for value in 1..<next.count { next[value] += next[value - 1] }
      var ordered = [UInt32](repeating: 0, count: places.count)
      for place in places {
        let value = Int(numbers[Int(place)] >> shift) % digit
        ordered[next[value]] = place
        next[value] += 1
      }
      places = ordered
    }
    return places
  }
}

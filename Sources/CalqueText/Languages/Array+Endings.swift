extension Array where Element == UInt32 {
  /// Whether a word ends in these ASCII letters.
  func ends(with suffix: StaticString) -> Bool {
    let length = suffix.utf8CodeUnitCount
    guard count >= length else { return false }
    for place in 0..<length
    where unsafe self[count - length + place] != UInt32(suffix.utf8Start[place]) {
      return false
    }
    return true
  }
}

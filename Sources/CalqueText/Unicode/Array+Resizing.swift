extension Array where Element: FixedWidthInteger {
  /// Makes the array as long as said: zeros are appended, or the last numbers are dropped; the room
  /// stays.
  ///
  /// Other rooms have `resize`: the compiler would not make a function of theirs for each type.
  mutating func setCount(_ count: Int) {
    if self.count > count {
      removeLast(self.count - count)
    } else if self.count < count {
      append(contentsOf: repeatElement(0, count: count - self.count))
    }
  }
}

extension [UInt32] {
  /// Makes the array as long as said: zeros are appended, or the last numbers are dropped; the room
  /// stays.
  package mutating func resize(to count: Int) { setCount(count) }
}

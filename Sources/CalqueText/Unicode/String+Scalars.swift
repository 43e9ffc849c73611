extension String {
  /// Makes a string of scalar values; a number that is no scalar value becomes U+FFFD.
  ///
  /// Most words are short and of ASCII letters: they take one pass, and no memory of their own.
  package init(scalars: [UInt32]) {
    guard scalars.count <= 15, scalars.allSatisfy({ $0 < 0x80 }) else {
      self.init(scalars: scalars[...])
      return
    }
    // The bytes are ASCII, as many as there are scalars.
    unsafe self.init(unsafeUninitializedCapacity: scalars.count) { bytes in
      for (place, scalar) in scalars.enumerated() {
        unsafe bytes[place] = UInt8(truncatingIfNeeded: scalar)
      }
      return scalars.count
    }
  }

  /// Makes a string of scalar values; a number that is no scalar value becomes U+FFFD.
  package init(scalars: some Sequence<UInt32>) {
    var bytes = [UInt8]()
    bytes.reserveCapacity(scalars.underestimatedCount)
    for scalar in scalars {
      if scalar < 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: scalar))
      } else {
        bytes.append(
          contentsOf: UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}")
            ?? UTF8.encodedReplacementCharacter)
      }
    }
    self.init(decoding: bytes, as: UTF8.self)
  }
}

extension String {
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

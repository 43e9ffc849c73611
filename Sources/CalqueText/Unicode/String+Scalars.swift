extension String {
  /// Makes a string of scalar values; a number that is no scalar value becomes U+FFFD.
  package init(scalars: some Sequence<UInt32>) {
    self.init()
    for scalar in scalars { unicodeScalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
  }
}

extension String {
  /// Whether two texts are the same byte for byte.
  ///
  /// Swift's `==` takes `é` in one scalar and in two for equal; what a file says must come back as
  /// the file said it.
  package func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

extension String? {
  /// Whether two texts are the same byte for byte, or both are absent.
  package func hasSameBytes(as other: String?) -> Bool {
    guard let self, let other else { return self == nil && other == nil }
    return self.hasSameBytes(as: other)
  }
}

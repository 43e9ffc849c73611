extension String {
  /// Whether the word ends in one of the listed endings.
  func ends(in ends: String...) -> Bool {
    ends.contains {
      utf8.count > $0.utf8.count && utf8.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  /// The word without a number of letters at its end.
  func cut(_ letters: Int) -> String { String(decoding: utf8.dropLast(letters), as: UTF8.self) }
}

/// The number of leading bytes that two words share.
func sharedPrefix(_ a: String, _ b: String) -> Int {
  zip(a.utf8, b.utf8).prefix { $0 == $1 }.count
}

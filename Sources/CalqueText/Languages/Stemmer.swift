/// The light stemming of a language: it joins the inflected forms of a word and little else.
package enum Stemmer: Sendable {
  case french
  case english
  /// Every folded form is its own stem.
  case none

  /// Cuts a folded word, in scalars, to its stem.
  package func stem(_ word: inout [UInt32]) {
    switch self {
    case .french: FrenchStem.cut(&word)
    case .english: EnglishStem.cut(&word)
    case .none: break
    }
  }

  /// The stem of a folded word.
  package func stem(_ word: String) -> String {
    var scalars = word.unicodeScalars.map(\.value)
    stem(&scalars)
    return String(scalars: scalars)
  }
}

extension String {
  /// A string of scalar values; what is no scalar value becomes U+FFFD.
  package init(scalars: some Sequence<UInt32>) {
    self.init()
    for scalar in scalars { unicodeScalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
  }
}

extension Array where Element == UInt32 {
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

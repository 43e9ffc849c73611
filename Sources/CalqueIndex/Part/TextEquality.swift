internal import CalqueMatch
internal import CalqueModel
internal import CalqueText

/// The hash of a text in NFC with its ends trimmed.
///
/// The index takes two texts with equal tokens and equal hashes for equal.
enum TextEquality {
  /// The hash of a text, given with its scalars.
  static func hash(of scalars: borrowing ScalarText, text: String) -> UInt64 {
    if scalars.isNormalized && !scalars.hasSkipped && !scalars.hasBreaks {
      return hash(scalars.scalars[scalars.trimmedRange])
    }
    return hash(scalars.normalizedScalars(of: text)[...])
  }

  /// The hash of scalars in NFC.
  static func hash(_ scalars: ArraySlice<UInt32>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(scalars.count)
    for scalar in scalars {
      hash = (hash ^ UInt64(scalar)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }
}

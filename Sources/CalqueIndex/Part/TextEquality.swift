internal import CalqueMatch
internal import CalqueModel
internal import CalqueText

/// The hash by which the index knows that two texts are equal in NFC with their ends trimmed.
enum TextEquality {
  static func hash(of scalars: borrowing ScalarText, text: String) -> UInt64 {
    if scalars.isNormalized && !scalars.hasSkipped {
      return hash(scalars.scalars[scalars.trimmedRange])
    }
    return hash(scalars.normalizedScalars(of: text)[...])
  }

  static func hash(_ scalars: ArraySlice<UInt32>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(scalars.count)
    for scalar in scalars {
      hash = (hash ^ UInt64(scalar)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }
}

import CalqueText

/// Letters that a text must have, looked for in its bytes: most texts are ruled out before they are
/// folded.
struct SoughtLetters: Sendable {
  private let letters: [UInt8]

  /// The letters of a folded word; nil if they are fewer than two, or others than a to z.
  init?(_ folded: [UInt32]) {
    guard folded.count >= 2, folded.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
    letters = folded.map { UInt8(truncatingIfNeeded: $0) }
  }

  /// Whether the letters may stand in a text once it is folded.
  ///
  /// Case and the accents of Latin-1 are set aside here, too. Any other letter, a full stop (the
  /// folded form of *U.R.S.S.* has none) or a sign that folding skips may be anything.
  ///
  /// - Complexity: O(bytes · letters) at most.
  func mayStand(in utf8: Span<UInt8>) -> Bool {
    var matched = 0
    var place = 0
    while place < utf8.count {
      var byte = utf8[place]
      place += 1
      if byte >= 0x80 {
        guard byte == 0xC3, place < utf8.count else { return true }
        byte = LatinLetter.plain(secondByte: utf8[place])
        if byte == 0 { return true }
        place += 1
      } else if (0x41...0x5A).contains(byte) {
        byte |= 0x20
      } else if byte == 0x2E {
        return true
      }
      while matched > 0, letters[matched] != byte { matched = shorter(matched) }
      if letters[matched] == byte { matched += 1 }
      if matched == letters.count { return true }
    }
    return false
  }

  /// The length of the longest beginning of the letters that ends the first `count` of them, too,
  /// and is shorter.
  private func shorter(_ count: Int) -> Int {
    for length in stride(from: count - 1, to: 0, by: -1)
    where letters[..<length] == letters[(count - length)..<count] {
      return length
    }
    return 0
  }
}

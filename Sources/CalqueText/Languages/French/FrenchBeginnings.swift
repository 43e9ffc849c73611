extension French {
  /// Covers *le*, *la*, *les*, which may be left out, and *aller*, *avoir*, *être*, whose first
  /// letters change.
  package static func isLooseBeginning(_ first: UInt8, _ second: UInt8) -> Bool {
    switch (first, second) {
    case (UInt8(ascii: "l"), UInt8(ascii: "e")), (UInt8(ascii: "l"), UInt8(ascii: "a")),
      (UInt8(ascii: "a"), UInt8(ascii: "l")), (UInt8(ascii: "a"), UInt8(ascii: "v")),
      (UInt8(ascii: "e"), UInt8(ascii: "t")):
      true
    default: false
    }
  }

  /// True for longer words, except verbs in *-er*, *-ir* and *-re*: *tenir*, *tient*.
  package static func keepsThreeLetters(
    count: Int, _ beforeLast: UInt8, _ last: UInt8
  ) -> Bool {
    guard count >= 5 else { return false }
    switch (beforeLast, last) {
    case (UInt8(ascii: "e"), UInt8(ascii: "r")), (UInt8(ascii: "i"), UInt8(ascii: "r")),
      (UInt8(ascii: "r"), UInt8(ascii: "e")):
      return false
    default: return true
    }
  }
}

extension English {
  /// Covers *the*, which may be left out, and *go* and *be*, whose first letters change.
  package static func isLooseBeginning(_ first: UInt8, _ second: UInt8) -> Bool {
    switch (first, second) {
    case (UInt8(ascii: "t"), UInt8(ascii: "h")), (UInt8(ascii: "g"), UInt8(ascii: "o")),
      (UInt8(ascii: "b"), UInt8(ascii: "e")):
      true
    default: false
    }
  }
}

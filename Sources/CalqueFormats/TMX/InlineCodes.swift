/// The elements that stand inside a segment.
enum InlineCodes {
  /// Whether what an element holds is the file's native code, not text to match.
  ///
  /// `bpt`, `ept`, `ph`, `it` and `ut` hold native code; `sub` in them is text of its own (a
  /// footnote, an attribute), which no sentence around it should match. `hi` and elements of other
  /// dialects (`g`, `mrk`) hold the sentence's own text.
  static func isNative(_ name: String) -> Bool {
    switch name {
    case "bpt", "ept", "ph", "it", "ut", "sub": true
    default: false
    }
  }

  /// How often each element begins in a segment's inner XML.
  static func elements(of codes: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    var name: [UInt8]?
    for byte in codes.utf8 {
      if byte == UInt8(ascii: "<") {
        name = []
      } else if let begun = name {
        switch byte {
        case UInt8(ascii: ">"), UInt8(ascii: " "), UInt8(ascii: "/"):
          if !begun.isEmpty { counts[String(decoding: begun, as: UTF8.self), default: 0] += 1 }
          name = nil
        default: name?.append(byte)
        }
      }
    }
    return counts
  }
}

/// The elements that can occur inside a segment.
package enum InlineCodes {
  /// Whether an element holds native code of the file, which is not text to match.
  ///
  /// `bpt`, `ept`, `ph`, `it` and `ut` hold native code. `sub` inside them is a separate text (a
  /// footnote, an attribute), so the sentence around it must not match it. `hi` and the elements of
  /// other dialects (`g`, `mrk`) hold the sentence's own text.
  package static func isNative(_ name: String) -> Bool {
    switch name {
    case "bpt", "ept", "ph", "it", "ut", "sub": true
    default: false
    }
  }

  /// Whether an element stands alone and does not open or close a stretch of text.
  ///
  /// `it` is the half of a pair whose other half is in another segment.
  static func isAlone(_ name: String) -> Bool {
    switch name {
    case "ph", "it", "ut", "x": true
    default: false
    }
  }

  /// The number of start tags of each element in a segment's inner XML.
  package static func elements(of codes: String) -> [String: Int] {
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

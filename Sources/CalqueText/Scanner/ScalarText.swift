/// A text as the scanner reads it: its scalars in NFC without the skipped ones, their classes, and
/// where each stands in the original bytes.
///
/// The buffers are kept from text to text, so that reading a million segments allocates nothing.
package struct ScalarText: Sendable {
  /// The scalars, normalised, without skipped ones.
  package private(set) var scalars: [UInt32] = []
  /// The classes of each scalar.
  package private(set) var classes: [ScalarProperties.Classes] = []
  /// Where each scalar starts in the original, in UTF-8 bytes, and behind the last one the end.
  package private(set) var offsets: [Int32] = []
  /// Whether the original holds scalars that scanning passes over.
  package private(set) var hasSkipped = false
  /// Whether the original was in NFC already, as far as a look at single scalars tells.
  package private(set) var isNormalized = true
  package var properties = ScalarProperties()

  package init() {}

  /// Reads a text in place of the one before.
  package mutating func read(_ utf8: Span<UInt8>) {
    scalars.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    hasSkipped = false
    isNormalized = true
    var place = 0
    let count = utf8.count
    while place < count {
      let start = place
      var scalar = UInt32(utf8[place])
      place += 1
      if scalar >= 0x80 {
        // Text was validated where it came in; a stray byte would still only be a wrong scalar.
        let more = scalar >= 0xF0 ? 3 : scalar >= 0xE0 ? 2 : 1
        scalar &= 0x7F >> UInt32(more + 1)
        for _ in 0..<more where place < count {
          scalar = scalar << 6 | UInt32(utf8[place] & 0x3F)
          place += 1
        }
      }
      let found = properties.classes(of: scalar)
      if found & ScalarProperties.skipped != 0 {
        hasSkipped = true
        continue
      }
      if found & ScalarProperties.composing != 0 { isNormalized = false }
      scalars.append(scalar)
      classes.append(found)
      offsets.append(Int32(truncatingIfNeeded: start))
    }
    offsets.append(Int32(truncatingIfNeeded: count))
    if !isNormalized { normalize() }
  }

  /// Brings the scalars into NFC, stretch by stretch between places that NFC never joins.
  private mutating func normalize() {
    let (before, places) = (scalars, offsets)
    scalars.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    var start = 0
    while start < before.count {
      var end = start + 1
      while end < before.count, !NormalForm.hasBoundaryBefore(before[end]) { end += 1 }
      let stretch = Array(before[start..<end])
      let composed = NormalForm.nfc(stretch)
      for (number, scalar) in composed.enumerated() {
        scalars.append(scalar)
        classes.append(properties.classes(of: scalar))
        offsets.append(places[composed.count == stretch.count ? start + number : start])
      }
      start = end
    }
    offsets.append(places[before.count])
  }
}

/// A text prepared for the scanner: scalars in NFC without skipped ones, their classes, and their
/// places in the original.
///
/// The buffers are kept from text to text, so that reading a million segments allocates nothing.
package struct ScalarText: Sendable {
  /// The scalars in NFC, without skipped ones.
  package private(set) var scalars: [UInt32] = []
  /// The classes of each scalar.
  package private(set) var classes: [ScalarProperties.Classes] = []
  /// The start of each scalar in the original, in UTF-8 bytes, and then the original's length.
  package private(set) var offsets: [Int32] = []
  /// Whether the original holds skipped scalars.
  package private(set) var hasSkipped = false
  /// Whether the original is surely in NFC, judged scalar by scalar.
  package private(set) var isNormalized = true
  /// Whether spaces without length stand for breaks that the original does not show.
  package private(set) var hasBreaks = false
  package var properties = ScalarProperties()

  package init() {}

  /// Reads a text in place of the one before.
  ///
  /// The arrays get room for a scalar a byte, and are cut to length at the end. Appending would check
  /// for uniqueness and capacity at every element.
  ///
  /// - Parameters:
  ///   - utf8: the text.
  ///   - breaks: places between two scalars, in ascending order, at which words end although the
  ///     text does not show it; a line feed of no length is read there.
  package mutating func read(_ utf8: Span<UInt8>, breaks: [Int] = []) {
    hasSkipped = false
    isNormalized = true
    // The arrays are taken out of `self`, since a span of a property would lock the other properties.
    var (points, found, places) = ([UInt32](), [ScalarProperties.Classes](), [Int32]())
    swap(&points, &scalars)
    swap(&found, &classes)
    swap(&places, &offsets)
    points.setCount(utf8.count)
    found.setCount(utf8.count)
    places.setCount(utf8.count)
    let count = decode(
      utf8, into: points.mutableSpan, classes: found.mutableSpan, offsets: places.mutableSpan)
    points.setCount(count)
    found.setCount(count)
    places.setCount(count)
    places.append(Int32(truncatingIfNeeded: utf8.count))
    swap(&points, &scalars)
    swap(&found, &classes)
    swap(&places, &offsets)
    if !isNormalized { normalize() }
    hasBreaks = !breaks.isEmpty
    if hasBreaks { insert(breaks) }
  }

  /// Inserts line feeds of no length before the scalars that start at or behind some places.
  private mutating func insert(_ breaks: [Int]) {
    let (before, found, places) = (scalars, classes, offsets)
    scalars.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    let lineFeed: UInt32 = 0x0A
    var rest = breaks[...]
    for (number, scalar) in before.enumerated() {
      var isBroken = false
      while let next = rest.first, next <= places[number] {
        isBroken = true
        rest = rest.dropFirst()
      }
      if isBroken {
        scalars.append(lineFeed)
        classes.append(properties.classes(of: lineFeed))
        offsets.append(places[number])
      }
      scalars.append(scalar)
      classes.append(found[number])
      offsets.append(places[number])
    }
    offsets.append(places[before.count])
  }

  /// Decodes a text and returns the number of scalars.
  private mutating func decode(
    _ utf8: Span<UInt8>, into scalars: consuming MutableSpan<UInt32>,
    classes: consuming MutableSpan<ScalarProperties.Classes>,
    offsets: consuming MutableSpan<Int32>
  ) -> Int {
    var written = 0
    var place = 0
    let count = utf8.count
    while place < count {
      // Nothing of ASCII is skipped or composes. Each byte gives one scalar at most, and the room has
      // one place a byte, so no place is compared with the room's size.
      do {
        let table = properties.classTable.span
        while place < count, unsafe utf8[unchecked: place] < 0x80 {
          let byte = unsafe utf8[unchecked: place]
          unsafe scalars[unchecked: written] = UInt32(byte)
          unsafe classes[unchecked: written] = table[unchecked: Int(byte)]
          unsafe offsets[unchecked: written] = Int32(truncatingIfNeeded: place)
          written &+= 1
          place &+= 1
        }
      }
      if place == count { break }
      let start = place
      var scalar = UInt32(utf8[place])
      place &+= 1
      // Text is validated on input. A stray byte would give a wrong scalar and nothing worse.
      let more = scalar >= 0xF0 ? 3 : scalar >= 0xE0 ? 2 : 1
      scalar &= 0x7F &>> UInt32(truncatingIfNeeded: more &+ 1)
      for _ in 0..<more where place < count {
        scalar = scalar &<< 6 | UInt32(utf8[place] & 0x3F)
        place &+= 1
      }
      let found = properties.classes(of: scalar)
      if found & (ScalarProperties.skipped | ScalarProperties.composing) != 0 {
        if found & ScalarProperties.skipped != 0 {
          hasSkipped = true
          continue
        }
        isNormalized = false
      }
      scalars[written] = scalar
      classes[written] = found
      offsets[written] = Int32(truncatingIfNeeded: start)
      written &+= 1
    }
    return written
  }

  /// Brings the scalars into NFC, one stretch after another; NFC never joins two stretches.
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

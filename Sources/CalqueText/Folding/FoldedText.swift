internal import Synchronization

/// Folding: text without regard to case, accents, typography and kinds of white space.
///
/// NFD, full case folding, the marks U+0300–U+036F dropped, œ = oe, æ = ae, raised and lowered
/// digits = digits, apostrophes, quotes and dashes unified, … = ..., each run of white space one
/// space, NFC. Skipped scalars (soft hyphens, zero-width characters) are dropped.
package enum FoldedText {
  /// The folded scalars of a word, given in NFC without skipped scalars; full stops are dropped.
  package static func fold(
    word scalars: [UInt32], _ properties: inout ScalarProperties
  ) -> [UInt32] {
    var out = [UInt32]()
    out.reserveCapacity(scalars.count)
    for scalar in scalars {
      let fold = properties.fold(of: scalar)
      if fold.needsContext { return NormalForm.fold(scalars).filter { $0 != 0x2E } }
      append(fold, to: &out)
    }
    if out.contains(0x2E) { out.removeAll { $0 == 0x2E } }
    return out
  }

  /// Writes the folded scalars of a stretch of a text in NFC over the contents of `out`.
  package static func fold(
    _ scalars: [UInt32], from: Int, to: Int, _ properties: inout ScalarProperties,
    into out: inout [UInt32]
  ) {
    // There is room for the longest result, which is cut to length at the end. Appending would check
    // for uniqueness and capacity at every scalar.
    out.setCount((to - from) * 3)
    guard let count = fold(scalars, from: from, to: to, &properties, into: out.mutableSpan) else {
      out = spaced(NormalForm.fold(Array(scalars[from..<to])))
      return
    }
    out.setCount(count)
  }

  /// Folds each scalar by itself and returns the number of scalars written.
  ///
  /// - Returns: nil if a scalar cannot be folded without its neighbours.
  private static func fold(
    _ scalars: [UInt32], from: Int, to: Int, _ properties: inout ScalarProperties,
    into out: consuming MutableSpan<UInt32>
  ) -> Int? {
    var count = 0
    for place in from..<to {
      let scalar = scalars[place]
      if ScalarProperties.isSpace(scalar) {
        // An accent between two spaces folds to nothing, so the spaces become one.
        if count == 0 || out[count &- 1] != 0x20 {
          out[count] = 0x20
          count &+= 1
        }
        continue
      }
      let fold = properties.fold(of: scalar)
      if fold.needsContext { return nil }
      if fold.first == 0 { continue }
      out[count] = fold.first
      count &+= 1
      if fold.second == 0 { continue }
      out[count] = fold.second
      count &+= 1
      if fold.third == 0 { continue }
      out[count] = fold.third
      count &+= 1
    }
    return count
  }

  private static func append(_ fold: ScalarFold, to out: inout [UInt32]) {
    if fold.first == 0 { return }
    out.append(fold.first)
    if fold.second == 0 { return }
    out.append(fold.second)
    if fold.third != 0 { out.append(fold.third) }
  }

  private static func spaced(_ scalars: [UInt32]) -> [UInt32] {
    var out = [UInt32]()
    for scalar in scalars {
      if !ScalarProperties.isSpace(scalar) {
        out.append(scalar)
      } else if out.last != 0x20 {
        out.append(0x20)
      }
    }
    return out
  }
}

/// The room that `folded` reads texts in.
///
/// The tables of `ScalarProperties` take 84 KB. Making them for each word would cost more than the
/// folding, and would drive everything else out of the processor's cache.
private let foldingRoom = Mutex(ScalarText())

/// The folded form of a text; the ends are not trimmed.
package func folded(_ text: String) -> String {
  // The room keeps its size, so long texts have their own. No thread waits for another one.
  let isShort = text.utf8.count <= 4096
  if isShort, let folded = foldingRoom.withLockIfAvailable({ folded(text, in: &$0) }) {
    return folded
  }
  var room = ScalarText()
  return folded(text, in: &room)
}

private func folded(_ text: String, in room: inout ScalarText) -> String {
  room.read(text.utf8Span.span)
  var out = [UInt32]()
  FoldedText.fold(room.scalars, from: 0, to: room.scalars.count, &room.properties, into: &out)
  return String(scalars: out)
}

/// A text without white space, no-break spaces included, at its ends.
package func trimmed(_ text: String) -> Substring {
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !ScalarProperties.isSpace($0.value) }),
    let last = scalars.lastIndex(where: { !ScalarProperties.isSpace($0.value) })
  else { return Substring() }
  return Substring(scalars[first...last])
}

import CalqueText

/// Hashes the folded forms of texts: texts equal but for case, accents and typography hash alike.
///
/// Nearly every scalar of nearly every text folds by itself. A table remembers the fold of each
/// such scalar, and a text of such scalars alone is folded by one look-up a scalar. A text with
/// other scalars (marks that compose, scripts beyond the table) is folded by `FoldedText`, as texts
/// are for comparison. The buffers are reused for the next text.
package struct FoldedForm {
  /// The entries of the table that are not up to three scalars of 21 bits.
  private enum Sign {
    static let unknown: UInt64 = 0
    static let space: UInt64 = 1 << 62
    static let skipped: UInt64 = 1 << 62 | 1
    static let slow: UInt64 = 1 << 63
  }

  private static let tableSize: UInt32 = 0x2100
  private var table = [UInt64](repeating: Sign.unknown, count: Int(tableSize))
  private var reader = ScalarText()
  private var folded: [UInt32] = []

  package init() {}

  /// The hash of a text's folded form, without white space at its ends.
  ///
  /// - Complexity: O(n), about 15 instructions a character if the table is enough.
  package mutating func hash(_ text: String) -> Int64 {
    let utf8 = text.utf8Span.span
    guard let count = foldByTable(utf8) else { return hashSlowly(text) }
    return hash(of: count)
  }

  /// The hash of a text's folded form, computed without the table.
  package mutating func hashSlowly(_ text: String) -> Int64 {
    reader.read(text.utf8Span.span)
    FoldedText.fold(
      reader.scalars, from: 0, to: reader.scalars.count, &reader.properties, into: &folded)
    return hash(of: folded.count)
  }

  private func hash(of count: Int) -> Int64 {
    var (start, end) = (0, count)
    while end > start, folded[end - 1] == 0x20 { end -= 1 }
    while start < end, folded[start] == 0x20 { start += 1 }
    return unsafe Int64(
      bitPattern: TextHash.of(folded.span.extracting(start..<end).bytes))
  }

  /// Folds a text into the buffer and returns the number of scalars.
  ///
  /// Nil if a scalar of the text needs its neighbours or is beyond the table.
  private mutating func foldByTable(_ utf8: Span<UInt8>) -> Int? {
    // The buffer is taken out of `self`, because a span of it would keep the table from being read.
    var buffer = [UInt32]()
    swap(&buffer, &folded)
    defer { swap(&buffer, &folded) }
    if buffer.count < utf8.count * 3 {
      buffer = Array(repeating: 0, count: max(1_024, utf8.count * 6))
    }
    while true {
      let outcome: Folding
      do {
        var out = buffer.mutableSpan
        outcome = Self.fold(utf8, by: table.span, into: &out)
      }
      switch outcome {
      case .folded(let count): return count
      case .slow: return nil
      case .unknown(let scalar):
        // Once for each scalar of the table; then the text is folded again from its start.
        table[Int(scalar)] = Self.ask(scalar, &reader.properties)
      }
    }
  }

  private enum Folding {
    case folded(Int)
    case slow
    case unknown(UInt32)
  }

  /// Unsafe for speed, as an import folds every text: `out` has room for three scalars a byte, and
  /// the loop keeps its places below the counts.
  private static func fold(
    _ utf8: Span<UInt8>, by table: Span<UInt64>, into out: inout MutableSpan<UInt32>
  ) -> Folding {
    unsafe utf8.withUnsafeBufferPointer { utf8 in
      unsafe table.withUnsafeBufferPointer { table in
        unsafe out.withUnsafeMutableBufferPointer { out in
          guard let utf8Start = utf8.baseAddress, let table = table.baseAddress,
            let out = out.baseAddress
          else { return .folded(0) }
          return unsafe fold(utf8Start, utf8.count, by: table, into: out)
        }
      }
    }
  }

  private static func fold(
    _ utf8: UnsafePointer<UInt8>, _ bytes: Int, by table: UnsafePointer<UInt64>,
    into out: UnsafeMutablePointer<UInt32>
  ) -> Folding {
    var count = 0
    var isAfterSpace = false
    var place = 0
    while place < bytes {
      var scalar = unsafe UInt32(utf8[place])
      place &+= 1
      if scalar >= 0x80 {
        if scalar < 0xE0, place < bytes {
          scalar = unsafe (scalar & 0x1F) &<< 6 | UInt32(utf8[place] & 0x3F)
          place &+= 1
        } else if scalar < 0xF0, place &+ 1 < bytes {
          scalar =
            unsafe (scalar & 0x0F) &<< 12 | UInt32(utf8[place] & 0x3F) &<< 6
            | UInt32(utf8[place &+ 1] & 0x3F)
          place &+= 2
        } else {
          return .slow
        }
        guard scalar < tableSize else { return .slow }
      }
      var fold = unsafe table[Int(truncatingIfNeeded: scalar)]
      if fold &- 1 < 0x1F_FFFF {
        // One scalar, as for nearly every letter.
        isAfterSpace = false
        unsafe out[count] = UInt32(truncatingIfNeeded: fold)
        count &+= 1
        continue
      }
      switch fold {
      case Sign.unknown: return .unknown(scalar)
      case Sign.skipped: continue
      case Sign.space:
        if !isAfterSpace {
          unsafe out[count] = 0x20
          count &+= 1
        }
        isAfterSpace = true
      case Sign.slow: return .slow
      default:
        isAfterSpace = false
        repeat {
          unsafe out[count] = UInt32(truncatingIfNeeded: fold & 0x1F_FFFF)
          count &+= 1
          fold &>>= 21
        } while fold != 0
      }
    }
    return .folded(count)
  }

  private static func ask(_ scalar: UInt32, _ properties: inout ScalarProperties) -> UInt64 {
    let classes = properties.classes(of: scalar)
    if classes & ScalarProperties.skipped != 0 { return Sign.skipped }
    if ScalarProperties.isSpace(scalar) { return Sign.space }
    let fold = properties.fold(of: scalar)
    guard classes & ScalarProperties.composing == 0, !fold.needsContext, fold.first != 0 else {
      return Sign.slow
    }
    return UInt64(fold.first) | UInt64(fold.second) << 21 | UInt64(fold.third) << 42
  }
}

/// Folds texts by a table, and nearly every text can be folded so.
///
/// Nearly every scalar of nearly every text folds by itself. The table remembers the fold of each such
/// scalar, and a text of such scalars alone is folded by one look-up a scalar, or eight scalars of ASCII
/// at a time. A text with other scalars (marks that compose, scripts beyond the table) is left to
/// `FoldedText`. The buffer is reused for the next text.
package struct FoldTable: Sendable {
  /// The entries of the table that are not up to three scalars of 21 bits.
  private enum Sign {
    static let unknown: UInt64 = 0
    static let space: UInt64 = 1 << 62
    static let skipped: UInt64 = 1 << 62 | 1
    static let slow: UInt64 = 1 << 63
  }

  private static let tableSize: UInt32 = 0x2100
  private var table = [UInt64](repeating: Sign.unknown, count: Int(tableSize))
  /// The folded scalars of the text that was folded last, and room behind them.
  package private(set) var scalars: [UInt32] = []

  package init() {}

  /// Folds a text.
  ///
  /// - Parameters:
  ///   - utf8: the text.
  ///   - properties: tells what the table does not know yet.
  /// - Returns: the place in `scalars` of the folded text without white space at its ends; nil if a
  ///   scalar of the text needs its neighbours or is beyond the table.
  /// - Complexity: O(n), about five instructions a character if most are of ASCII.
  package mutating func fold(
    _ utf8: Span<UInt8>, _ properties: inout ScalarProperties
  ) -> Range<Int>? {
    // The buffer is taken out of `self`, because a span of it would keep the table from being read.
    var buffer = [UInt32]()
    swap(&buffer, &scalars)
    defer { swap(&buffer, &scalars) }
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
      case .folded(let count): return Self.trimmed(buffer, count)
      case .slow: return nil
      case .unknown(let scalar):
        // Once for each scalar of the table; then the text is folded again from its start.
        table[Int(scalar)] = Self.ask(scalar, &properties)
      }
    }
  }

  private static func trimmed(_ scalars: [UInt32], _ count: Int) -> Range<Int> {
    var (start, end) = (0, count)
    while end > start, scalars[end - 1] == 0x20 { end -= 1 }
    while start < end, scalars[start] == 0x20 { start += 1 }
    return start..<end
  }

  private enum Folding {
    case folded(Int)
    case slow
    case unknown(UInt32)
  }

  /// Unsafe for speed, as an import folds every text twice: `out` has room for three scalars a byte, and
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
      if place &+ 8 <= bytes {
        let eight = unsafe UInt64(
          littleEndian: UnsafeRawPointer(utf8 + place).loadUnaligned(as: UInt64.self))
        let plain = plainCount(eight, isAfterSpace)
        if plain > 0 {
          // All eight are written, for which there is room; those that are not plain are overwritten.
          unsafe write(lowered(eight), to: out + count)
          count &+= plain
          place &+= plain
          isAfterSpace = unsafe out[count &- 1] == 0x20
          if plain == 8 { continue }
        }
      }
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

  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// How many of eight bytes, from the lowest on, are characters of ASCII that fold to one character: no
  /// control characters, and no space behind a space.
  @inline(__always)
  private static func plainCount(_ bytes: UInt64, _ isAfterSpace: Bool) -> Int {
    // Below 0x80, adding 0x60 carries into the top bit from the space on, and adding 0x5F does from
    // behind the space on; no byte carries into the next one.
    let low = bytes & ~tops
    let fromSpace = low &+ 0x6060_6060_6060_6060
    let behindSpace = low &+ 0x5F5F_5F5F_5F5F_5F5F
    let isSpace = fromSpace & ~behindSpace & ~bytes & tops
    let isSecondSpace = isSpace & (isSpace &<< 8 | (isAfterSpace ? 0x80 : 0))
    let isDelete = low &+ 0x0101_0101_0101_0101
    return ((~fromSpace | bytes | isDelete) & tops | isSecondSpace).trailingZeroBitCount &>> 3
  }

  /// Eight bytes with the letters of ASCII in lower case.
  @inline(__always)
  private static func lowered(_ bytes: UInt64) -> UInt64 {
    let low = bytes & ~tops
    let isCapital = (low &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(low &+ 0x2525_2525_2525_2525) & ~bytes & tops
    return bytes | isCapital &>> 2
  }

  /// Writes eight bytes as eight scalars.
  @inline(__always)
  private static func write(_ bytes: UInt64, to out: UnsafeMutablePointer<UInt32>) {
    for place in 0..<8 {
      unsafe out[place] = UInt32(truncatingIfNeeded: bytes &>> UInt64(8 &* place)) & 0xFF
    }
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

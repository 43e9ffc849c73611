/// Finds the short texts that hold enough of a query's pairs of characters, 128 texts at a time.
///
/// A part holds the pairs of its short texts in columns (`PairColumns`). The columns of the query's
/// pairs are added up, each text in a bit of its own: one vector holds the lowest bits of 128 sums,
/// the next one their second bits, and so on. Carry-save adders add three vectors of one weight in
/// five operations (after W. Muła, N. Kurz, D. Lemire, "Faster Population Counts Using AVX2
/// Instructions", The Computer Journal 61, 2018). So a text costs about one operation, where the
/// comparison of two signatures costs a dozen.
struct PairSieve {
  typealias Lanes = SIMD2<UInt64>

  /// The columns of the query's pairs.
  private let columns: [Int]
  /// The maximum number of columns that are added up: a sum has six bits.
  private static let maximumColumns = 63

  /// A sieve for the pairs of a query's folded form.
  ///
  /// A pair that the query holds twice has its column twice: a text without the pair lacks two.
  init(_ folded: [UInt32]) {
    var columns: [Int] = []
    columns.reserveCapacity(min(folded.count, Self.maximumColumns))
    PairColumns.forEachPair(folded) { column in
      if columns.count < Self.maximumColumns { columns.append(column) }
    }
    self.columns = columns
  }

  /// The number of the query's pairs that a text has to hold if it may lack `lacking` of them; if
  /// the number is not positive, the pairs rule no text out.
  func needed(lacking: Int) -> Int { columns.count - lacking }

  /// Gathers the places of the texts that hold at least `needed` of the query's pairs.
  ///
  /// The words are added up without a branch. Unsafe, because the loops run over all texts of a
  /// length: the caller checks that the columns lie within their section, and that `places` has room
  /// for `count` elements.
  ///
  /// - Parameters:
  ///   - words: the first column of the length.
  ///   - count: the number of texts of the length.
  ///   - start: the place of the first text of the length.
  ///   - needed: the number of pairs, from 1 on.
  ///   - places: takes the places, in ascending order.
  /// - Returns: the number of places.
  /// - Complexity: O(`count` · pairs / 128).
  @unsafe func gather(
    _ words: UnsafePointer<UInt64>, count: Int, from start: Int, needed: Int,
    into places: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let length = PairColumns.words(count)
    var passed = 0
    unsafe columns.withUnsafeBufferPointer { columns in
      var word = 0
      while word < length {
        var sum = Sum()
        var next = 0
        while next &+ 4 <= columns.count {
          unsafe sum.add(
            Self.lanes(words, columns[next] &* length &+ word),
            Self.lanes(words, columns[next &+ 1] &* length &+ word),
            Self.lanes(words, columns[next &+ 2] &* length &+ word),
            Self.lanes(words, columns[next &+ 3] &* length &+ word))
          next &+= 4
        }
        while next < columns.count {
          unsafe sum.add(Self.lanes(words, columns[next] &* length &+ word))
          next &+= 1
        }
        let held = sum.isAtLeast(needed)
        for lane in 0..<Lanes.scalarCount {
          var left = held[lane]
          let first = (word &+ lane) &* 64
          while left != 0 {
            let number = first &+ left.trailingZeroBitCount
            // Bits behind the last text are set in a damaged file alone.
            if number >= count { break }
            unsafe places[passed] = UInt32(truncatingIfNeeded: start &+ number)
            passed &+= 1
            left &= left &- 1
          }
        }
        word &+= Lanes.scalarCount
      }
    }
    return passed
  }

  @inline(__always)
  @unsafe private static func lanes(_ words: UnsafePointer<UInt64>, _ place: Int) -> Lanes {
    unsafe UnsafeRawPointer(words + place).loadUnaligned(as: Lanes.self)
  }

  /// 128 sums of up to 63: the k-th vector holds the bits of weight 2^k of all sums.
  private struct Sum {
    private var ones = Lanes.zero
    private var twos = Lanes.zero
    private var fours = Lanes.zero
    private var eights = Lanes.zero
    private var sixteens = Lanes.zero
    private var thirtyTwos = Lanes.zero

    /// Adds a bit to each sum.
    @inline(__always)
    mutating func add(_ a: Lanes) {
      let two = ones & a
      ones ^= a
      let four = twos & two
      twos ^= two
      carry(four)
    }

    /// Adds four bits to each sum.
    @inline(__always)
    mutating func add(_ a: Lanes, _ b: Lanes, _ c: Lanes, _ d: Lanes) {
      let (first, second) = (Self.add(&ones, a, b), Self.add(&ones, c, d))
      carry(Self.add(&twos, first, second))
    }

    /// Adds two bits to a bit of the sums, and returns the carry.
    @inline(__always)
    private static func add(_ sum: inout Lanes, _ a: Lanes, _ b: Lanes) -> Lanes {
      let part = sum ^ a
      let carry = (sum & a) | (part & b)
      sum = part ^ b
      return carry
    }

    @inline(__always)
    private mutating func carry(_ four: Lanes) {
      let eight = fours & four
      fours ^= four
      let sixteen = eights & eight
      eights ^= eight
      thirtyTwos ^= sixteens & sixteen
      sixteens ^= sixteen
    }

    /// The sums that are at least a number of up to 63, as bits.
    ///
    /// From the lowest bit on: where the number has the bit, a sum has to have it, too, and otherwise a
    /// sum with the bit is larger.
    @inline(__always)
    func isAtLeast(_ number: Int) -> Lanes {
      var isAtLeast = Lanes(repeating: .max)
      func step(_ weight: Int, _ bits: Lanes) {
        isAtLeast = number >> weight & 1 == 1 ? isAtLeast & bits : isAtLeast | bits
      }
      step(0, ones)
      step(1, twos)
      step(2, fours)
      step(3, eights)
      step(4, sixteens)
      step(5, thirtyTwos)
      return isAtLeast
    }
  }
}

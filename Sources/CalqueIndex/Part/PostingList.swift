/// The postings of a part, as the search reads them.
///
/// Unsafe, because a search reads tens of thousands of postings a query: the caller checks a range
/// of places once, instead of every place.
@unsafe struct PostingList {
  let unitBits: UInt64
  let unitMask: UInt64
  private let bytes: UnsafeRawPointer

  init(_ part: IndexPart, _ layout: borrowing PostingLayout) {
    unsafe unitBits = layout.unitBits
    unsafe unitMask = layout.unitMask
    unsafe bytes = UnsafeRawPointer(part.table(.postings, of: UInt8.self))
  }

  /// A posting, in the low 48 bits of the result; the place must be below the number of postings.
  @inline(__always)
  func posting(_ place: Int) -> UInt64 {
    unsafe bytes.loadUnaligned(fromByteOffset: place &* PostingLayout.size, as: UInt64.self)
  }

  /// Moves the start of each stretch to the first place whose unit is at least the wanted one.
  ///
  /// If there is no such place, the start moves to the end of the stretch. The binary searches take
  /// their steps in turn: a step waits for memory, so the steps of many lists wait together.
  ///
  /// - Complexity: O(stretches · log postings).
  func search(_ stretches: inout [PostingStretch]) {
    var isDone = false
    while !isDone {
      isDone = true
      for number in stretches.indices {
        let (low, high) = (stretches[number].low, stretches[number].high)
        if low >= high { continue }
        isDone = false
        let middle = (low &+ high) >> 1
        let isBelow = unsafe posting(middle) & unitMask < stretches[number].wanted
        stretches[number].low = isBelow ? middle &+ 1 : low
        stretches[number].high = isBelow ? high : middle
      }
    }
  }
}

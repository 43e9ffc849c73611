import CalqueSystem

/// Numbers inside a mapped file, which whoever holds the array must keep.
///
/// The array does not hold the file: questions copy a dozen arrays for each unit, and to count their
/// owners would cost more than to read their numbers. An index outside the section reads as zero, so that a damaged file gives wrong numbers and never
/// a crash; what an answer shows is compared with the store's texts.
struct MappedArray<Element: BitwiseCopyable & AdditiveArithmetic & Sendable>: Sendable {
  private let address: UInt
  /// The number of numbers.
  let count: Int

  /// A section of a file; empty if the section does not lie within the file.
  init(_ file: MappedFile, offset: Int, bytes: Int) {
    let isWithin =
      offset >= 0 && bytes >= 0 && offset % 8 == 0 && bytes <= file.count
      && offset <= file.count - bytes
    address = file.address + UInt(isWithin ? offset : 0)
    count = isWithin ? bytes / MemoryLayout<Element>.stride : 0
  }

  @inline(__always)
  subscript(_ index: Int) -> Element {
    guard index >= 0, index < count else { return .zero }
    return unsafe start[index]
  }

  /// The numbers as an array.
  var array: [Element] {
    guard count > 0 else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// The numbers of a stretch as they lie in memory; none if the stretch is not within the section.
  @inline(__always)
  func stretch(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
    guard range.lowerBound >= 0, range.upperBound <= count, !range.isEmpty else {
      return unsafe UnsafeBufferPointer(start: nil, count: 0)
    }
    return unsafe UnsafeBufferPointer(start: start + range.lowerBound, count: range.count)
  }

  /// The first number; there is none if `count` is 0.
  ///
  /// The section lies within the file, which the array's holder keeps mapped.
  @inline(__always)
  private var start: UnsafePointer<Element> {
    unsafe UnsafePointer(bitPattern: address).unsafelyUnwrapped
  }
}

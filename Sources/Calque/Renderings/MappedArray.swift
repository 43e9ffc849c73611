import CalqueSystem

/// Numbers inside a mapped file.
///
/// An index outside the section reads as zero, so that a damaged file gives wrong numbers and never
/// a crash; what an answer shows is compared with the store's texts.
struct MappedArray<Element: BitwiseCopyable & AdditiveArithmetic & Sendable>: Sendable {
  /// Keeps the bytes readable.
  private let file: MappedFile
  private let address: UInt
  /// The number of numbers.
  let count: Int

  /// A section of a file; empty if the section does not lie within the file.
  init(_ file: MappedFile, offset: Int, bytes: Int) {
    let isWithin =
      offset >= 0 && bytes >= 0 && offset % 8 == 0 && bytes <= file.count
      && offset <= file.count - bytes
    self.file = file
    address = file.address + UInt(isWithin ? offset : 0)
    count = isWithin ? bytes / MemoryLayout<Element>.stride : 0
  }

  subscript(_ index: Int) -> Element {
    guard index >= 0, index < count else { return .zero }
    return unsafe start[index]
  }

  /// The numbers as an array.
  var array: [Element] {
    guard count > 0 else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// The first number; there is none if `count` is 0.
  ///
  /// The section lies within the file, which is mapped as long as `file` is there.
  @inline(__always)
  private var start: UnsafePointer<Element> {
    unsafe UnsafePointer(bitPattern: address).unsafelyUnwrapped
  }
}

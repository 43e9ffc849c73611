/// The tokens of a part's units, unit by unit.
///
/// Unsafe, because counting overlaps reads tens of thousands of tokens a query: the caller checks
/// the range of a unit's tokens once, instead of every token.
@unsafe struct TokenList {
  private let bytes: UnsafeRawPointer
  private let width: Int
  private let mask: UInt32
  /// The number of tokens.
  let count: Int

  init(bytes: UnsafePointer<UInt8>, width: Int, count: Int) {
    unsafe self.bytes = UnsafeRawPointer(bytes)
    unsafe self.width = width
    unsafe mask = width == 3 ? 0xFF_FFFF : .max
    unsafe self.count = count
  }

  /// The form of a token; the place must be below `count`.
  @inline(__always)
  subscript(_ place: Int) -> UInt32 {
    unsafe bytes.loadUnaligned(fromByteOffset: place &* width, as: UInt32.self) & mask
  }
}

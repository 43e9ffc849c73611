/// The tokens of a part's units, one unit's behind the other's.
@unsafe struct TokenList {
  private let bytes: UnsafeRawPointer
  private let width: Int
  private let mask: UInt32
  /// How many there are.
  let count: Int

  init(bytes: UnsafePointer<UInt8>, width: Int, count: Int) {
    unsafe self.bytes = UnsafeRawPointer(bytes)
    unsafe self.width = width
    unsafe mask = width == 3 ? 0xFF_FFFF : .max
    unsafe self.count = count
  }

  /// The form of a token, by its place, which the caller has checked.
  @inline(__always)
  subscript(_ place: Int) -> UInt32 {
    unsafe bytes.loadUnaligned(fromByteOffset: place &* width, as: UInt32.self) & mask
  }
}

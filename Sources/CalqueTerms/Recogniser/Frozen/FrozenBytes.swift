import CalqueModel
import Synchronization

/// The bytes of a mapped file whose blocks are checked when they are first read.
///
/// Opening a file reads its header and the sums of its blocks. A question then pays for the blocks
/// that it touches. A block that does not match its sum, or a number that leads out of its section,
/// reads as zeros and marks the file as damaged. So the readers need no errors of their own; whoever
/// asked looks at `isDamaged` behind the question and drops the answer.
@safe final class FrozenBytes: Sendable {
  private let address: UInt
  private let owner: any AnyObject & Sendable
  /// The number of bytes that have sums: the header and the sections.
  private let size: Int
  private let sums: Int
  // The address of numbers with a bit for each block that was found to match its sum.
  private let soundAddress: UInt
  private let soundWords: Int
  private let damage = Atomic<Bool>(false)

  /// Takes bytes whose header was checked.
  ///
  /// - Parameters:
  ///   - address: the address of the first byte, aligned to eight bytes.
  ///   - owner: keeps the bytes readable.
  ///   - size: the bytes of the header and the sections, a multiple of the block's size.
  ///   - sums: the place of the blocks' sums.
  init(address: UInt, owner: any AnyObject & Sendable, size: Int, sums: Int) {
    self.address = address
    self.owner = owner
    self.size = size
    self.sums = sums
    soundWords = size / FrozenLayout.blockSize / 64 + 1
    let sound = UnsafeMutablePointer<Atomic<UInt64>>.allocate(capacity: soundWords)
    // The header was checked by whoever opened the file.
    for word in 0..<soundWords { unsafe (sound + word).initialize(to: Atomic(word == 0 ? 1 : 0)) }
    soundAddress = UInt(bitPattern: sound)
  }

  deinit {
    unsafe sound.deinitialize(count: soundWords)
    unsafe sound.deallocate()
  }

  @unsafe @inline(__always)
  private var sound: UnsafeMutablePointer<Atomic<UInt64>> {
    unsafe UnsafeMutablePointer(bitPattern: soundAddress).unsafelyUnwrapped
  }

  /// Whether a block did not match its sum, or a number led out of its section.
  var isDamaged: Bool { damage.load(ordering: .relaxed) }

  /// Marks the file as damaged.
  func noteDamage() { damage.store(true, ordering: .relaxed) }

  /// Whether every block matches its sum.
  func isWhole() -> Bool {
    (1..<size / FrozenLayout.blockSize).allSatisfy(verify)
  }

  /// A place that the file names; -1 and a mark if the place is outside its section.
  func checked(_ place: Int32, below count: Int) -> Int32 {
    if place >= 0, Int(place) < count { return place }
    noteDamage()
    return -1
  }

  /// A number of four bytes of a record; 0 and a mark if the place is outside the section.
  @inline(__always)
  func number(_ section: FrozenSection, _ record: Int, _ field: Int) -> UInt32 {
    guard let place = section.place(record), isReadable(place + field) else { return refused() }
    return unsafe UInt32(littleEndian: pointer(place + field).load(as: UInt32.self))
  }

  /// A number of eight bytes of a record; 0 and a mark if the place is outside the section.
  @inline(__always)
  func long(_ section: FrozenSection, _ record: Int, _ field: Int) -> UInt64 {
    guard let place = section.place(record), isReadable(place + field) else {
      return UInt64(refused())
    }
    return unsafe UInt64(littleEndian: pointer(place + field).load(as: UInt64.self))
  }

  /// A stretch of a section of bytes; nothing and a mark if the stretch is outside the section.
  func text(_ section: FrozenSection, _ start: UInt32, _ count: UInt32) -> String {
    guard let bytes = unsafe stretch(section, start, count) else { return "" }
    return unsafe String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a stretch of a section of bytes holds exactly some bytes.
  func holds(
    _ section: FrozenSection, _ start: UInt32, _ count: UInt32, _ bytes: Span<UInt8>
  ) -> Bool {
    guard Int(count) == bytes.count, let own = unsafe stretch(section, start, count) else {
      return false
    }
    for place in bytes.indices where unsafe own[place] != bytes[place] { return false }
    return true
  }

  // MARK: Checking

  @unsafe private func stretch(
    _ section: FrozenSection, _ start: UInt32, _ count: UInt32
  ) -> UnsafeRawBufferPointer? {
    let (start, count) = (Int(start), Int(count))
    guard start + count <= section.count else {
      _ = refused()
      return nil
    }
    if count == 0 { return unsafe UnsafeRawBufferPointer(start: nil, count: 0) }
    let place = section.offset + start
    var block = place / FrozenLayout.blockSize
    while block * FrozenLayout.blockSize < place + count {
      guard isReadable(block * FrozenLayout.blockSize) else { return nil }
      block += 1
    }
    return unsafe UnsafeRawBufferPointer(start: pointer(place), count: count)
  }

  @inline(__always)
  private func isReadable(_ place: Int) -> Bool {
    let block = place / FrozenLayout.blockSize
    let bit: UInt64 = 1 << UInt64(block & 63)
    return unsafe sound[block >> 6].load(ordering: .relaxed) & bit != 0 || verify(block)
  }

  private func verify(_ block: Int) -> Bool {
    var sum = Checksum()
    unsafe sum.add(
      UnsafeRawBufferPointer(
        start: pointer(block * FrozenLayout.blockSize), count: FrozenLayout.blockSize))
    let expected = unsafe UInt64(
      littleEndian: pointer(sums + (block - 1) * 8).load(as: UInt64.self))
    guard sum.value == expected else {
      noteDamage()
      return false
    }
    unsafe _ = sound[block >> 6].bitwiseOr(1 << UInt64(block & 63), ordering: .relaxed)
    return true
  }

  private func refused() -> UInt32 {
    noteDamage()
    return 0
  }

  @unsafe @inline(__always)
  private func pointer(_ place: Int) -> UnsafeRawPointer {
    unsafe UnsafeRawPointer(bitPattern: address &+ UInt(place)).unsafelyUnwrapped
  }
}

/// The place of a section in a file, inside the bytes that have sums.
struct FrozenSection: Sendable {
  /// The place of the first record.
  let offset: Int
  /// The number of records.
  let count: Int
  /// The bytes of a record.
  let size: Int

  /// The place of a record; nil if there is no such record.
  @inline(__always)
  func place(_ record: Int) -> Int? {
    record >= 0 && record < count ? offset &+ record &* size : nil
  }
}

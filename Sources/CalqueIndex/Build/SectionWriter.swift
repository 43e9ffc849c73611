#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Writes a part's file, section by section, under a temporary name until it is whole.
struct SectionWriter: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var offset = 0
  private var checksum = Checksum()
  private var sections: [(offset: Int, length: Int, checksum: UInt64)] = []
  private var isDone = false
  private static let bufferSize = 1 << 18

  init(path: String) throws(IndexError) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .unreadable(path: path, errno: errno) }
    buffer.reserveCapacity(Self.bufferSize + 64)
    buffer = [UInt8](repeating: 0, count: PartLayout.headerSize)
    try flush()
  }

  deinit {
    close(descriptor)
    if !isDone { unsafe unlink(path) }
  }

  private mutating func flush() throws(IndexError) {
    var place = 0
    while place < buffer.count {
      let written = unsafe buffer.withUnsafeBytes {
        unsafe write(descriptor, $0.baseAddress.unsafelyUnwrapped + place, $0.count - place)
      }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw .unreadable(path: path, errno: errno) }
      place += written
    }
    offset += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  /// Appends to the section at hand.
  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
    unsafe checksum.add(bytes)
    unsafe buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Writes one section whole.
  mutating func section<Element: BitwiseCopyable>(_ elements: [Element]) throws(IndexError) {
    begin()
    try append(elements)
    try end()
  }

  /// Appends the bytes of an array to the section at hand.
  mutating func append<Element: BitwiseCopyable>(_ elements: [Element]) throws(IndexError) {
    let chunk = 1 << 16
    var place = 0
    while place < elements.count {
      let next = min(place + chunk, elements.count)
      var failure: IndexError?
      unsafe elements[place..<next].withUnsafeBytes { bytes in
        do throws(IndexError) { unsafe try append(bytes) } catch { failure = error }
      }
      if let failure { throw failure }
      place = next
    }
  }

  private var sectionStart = 0

  mutating func begin() {
    checksum = Checksum()
    sectionStart = offset + buffer.count
  }

  mutating func end() throws(IndexError) {
    sections.append((sectionStart, offset + buffer.count - sectionStart, checksum.value))
    let rest = (offset + buffer.count) % PartLayout.alignment
    if rest > 0 {
      buffer.append(contentsOf: repeatElement(0, count: PartLayout.alignment - rest))
    }
  }

  /// Writes the header over its place, brings the file to the disk and gives its size.
  mutating func finish(counts: [UInt64]) throws(IndexError) -> Int {
    try flush()
    var header = [UInt64]()
    header.append(PartLayout.magic)
    header.append(UInt64(PartLayout.version))
    header.append(UInt64(offset))
    header += counts
    header += [UInt64](repeating: 0, count: PartHeader.sectionsStart - header.count)
    for section in sections {
      header += [UInt64(section.offset), UInt64(section.length), section.checksum]
    }
    header += [UInt64](repeating: 0, count: PartLayout.headerSize / 8 - 1 - header.count)
    var sum = Checksum()
    unsafe header.withUnsafeBytes { unsafe sum.add($0) }
    header.append(sum.value)
    let written = unsafe header.withUnsafeBytes {
      unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0)
    }
    guard written == PartLayout.headerSize, fsync(descriptor) == 0 else {
      throw .unreadable(path: path, errno: errno)
    }
    isDone = true
    return offset
  }
}

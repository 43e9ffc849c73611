internal import CalqueModel
internal import CalqueSystem

/// Writes a part's file, section by section; the file exists only once it is whole.
///
/// The file is written in large pages, which spare readers who expect many reads most faults.
struct SectionWriter {
  private let file: AtomicFile
  private var buffer: [UInt8] = []
  private var offset = 0
  private var checksum = Checksum()
  private var sections: [(offset: Int, length: Int, checksum: UInt64)] = []
  private static let bufferSize = 1 << 18

  init(path: String) throws(IndexError) {
    file = try Self.file(path)
    buffer.reserveCapacity(Self.bufferSize + 64)
    buffer = [UInt8](repeating: 0, count: PartLayout.headerSize)
    try flush()
  }

  private static func file(_ path: String) throws(IndexError) -> AtomicFile {
    do { return try AtomicFile(path, inLargePages: true) } catch { throw .unreadable(error) }
  }

  private mutating func flush() throws(IndexError) {
    do { try file.write(buffer) } catch { throw .unreadable(error) }
    offset += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  /// Appends bytes to the open section.
  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
    unsafe checksum.add(bytes)
    unsafe buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Writes a whole section.
  mutating func section<Element: BitwiseCopyable>(_ elements: [Element]) throws(IndexError) {
    begin()
    try append(elements)
    try end()
  }

  /// Appends the bytes of an array to the open section.
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

  /// Opens a section.
  mutating func begin() {
    checksum = Checksum()
    sectionStart = offset + buffer.count
  }

  /// Closes the section, and fills the file up to the alignment of the next.
  mutating func end() throws(IndexError) {
    sections.append((sectionStart, offset + buffer.count - sectionStart, checksum.value))
    let rest = (offset + buffer.count) % PartLayout.alignment
    if rest > 0 {
      buffer.append(contentsOf: repeatElement(0, count: PartLayout.alignment - rest))
    }
  }

  /// Writes the header over its placeholder, puts the file in place and returns the file's size.
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
    do throws(FileFailure) {
      try unsafe file.overwriteBeginning(with: header.withUnsafeBytes { unsafe Array($0) })
      // The folder is brought to the disk later, with the directory that names the part.
      try file.commit(synchronizesFolder: false)
    } catch { throw .unreadable(error) }
    return offset
  }
}

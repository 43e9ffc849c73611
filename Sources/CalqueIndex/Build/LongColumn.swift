internal import CalqueSystem

/// A column of a part that is being built: its numbers lie in a file as soon as they are many.
///
/// A builder needs its columns again only at its end, when the words need no memory any more.
struct LongColumn<Number: FixedWidthInteger & BitwiseCopyable & Sendable>: Sendable {
  private static var most: Int { 1 << 18 }
  private var recent: [Number] = []
  /// The places in the file of the numbers before the recent ones, `most` at a place.
  private var places: [Int64] = []
  /// The smallest number so far; nil before the first.
  private(set) var smallest: Number?

  /// Appends a number.
  ///
  /// - Parameters:
  ///   - number: the number.
  ///   - file: the file of the builder; nil to keep all numbers in memory.
  /// - Throws: `IndexError.unreadable` if the file cannot be written.
  mutating func append(_ number: Number, _ file: ScratchFile?) throws(IndexError) {
    recent.append(number)
    smallest = min(smallest ?? number, number)
    if recent.count >= Self.most { try moveRecent(to: file) }
  }

  /// Appends a few numbers, in one stroke.
  mutating func append(
    contentsOf numbers: [Number], _ file: ScratchFile?
  ) throws(IndexError) {
    recent.append(contentsOf: numbers)
    smallest = numbers.reduce(smallest) { min($0 ?? $1, $1) }
    if recent.count >= Self.most { try moveRecent(to: file) }
  }

  /// Moves the first numbers that are in memory to the file, as many as lie at a place of it.
  private mutating func moveRecent(to file: ScratchFile?) throws(IndexError) {
    guard let file else { return }
    while recent.count >= Self.most {
      let bytes = unsafe recent[..<Self.most].withUnsafeBytes { unsafe Array($0) }
      do throws(FileFailure) { places.append(try file.append(bytes)) } catch {
        throw .unreadable(error)
      }
      recent.removeFirst(Self.most)
    }
  }

  /// All numbers, in their order.
  ///
  /// - Parameter file: the file of the builder.
  /// - Returns: the numbers.
  /// - Throws: `IndexError.unreadable` if the file cannot be read.
  func all(_ file: ScratchFile?) throws(IndexError) -> [Number] {
    guard let file, !places.isEmpty else { return recent }
    var all = [Number]()
    all.reserveCapacity(places.count * Self.most + recent.count)
    for place in places {
      try unsafe Self.bytes(at: place, of: file).withUnsafeBytes { bytes in
        unsafe all.append(contentsOf: bytes.bindMemory(to: Number.self))
      }
    }
    all += recent
    return all
  }

  /// Appends all numbers, in their order, to the open section of a writer, and forgets them.
  ///
  /// - Parameters:
  ///   - writer: the writer.
  ///   - file: the file of the builder.
  /// - Throws: `IndexError.unreadable` if one of the files cannot be read or written.
  mutating func move(to writer: inout SectionWriter, _ file: ScratchFile?) throws(IndexError) {
    if let file { for place in places { try writer.append(Self.bytes(at: place, of: file)) } }
    try writer.append(recent)
    self = LongColumn()
  }

  /// The numbers at a place of the file, as bytes.
  private static func bytes(at place: Int64, of file: ScratchFile) throws(IndexError) -> [UInt8] {
    do throws(FileFailure) {
      return try file.read(most * MemoryLayout<Number>.stride, at: place)
    } catch { throw .unreadable(error) }
  }
}

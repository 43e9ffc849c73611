import CalqueModel

/// A source whose bytes can be read again from a later element on, after a break in a document.
///
/// The bytes since the last safe place are kept, so memory does not grow with the document.
package final class ResumableSource: ByteSource {
  /// A place at which reading can go on.
  package struct Place {
    /// The offset in the whole source.
    package let offset: Int
    /// The line, from 1.
    package let line: Int
    /// The column in Unicode scalars, from 1.
    package let column: Int
    /// The tag's name as written.
    package let name: String
    /// Whether the tag ends an element.
    package let isEnd: Bool
  }

  private let source: any ByteSource
  /// The bytes from `base` on, and how many of them were handed out.
  private var kept: [UInt8] = []
  private var base = 0
  private var given = 0
  private var hasEnded = false
  /// The places of the bytes that were let go.
  private var places = LineCursor()

  /// Whether lines are counted, without which there are no places to go to.
  private let countsLines: Bool

  /// A source; `countsLines` is false if reading never goes on behind a break.
  package init(_ source: any ByteSource, countsLines: Bool = true) {
    (self.source, self.countsLines) = (source, countsLines)
  }

  package func next() throws(InputError) -> [UInt8] {
    let chunk = given == kept.count ? try fill() : Array(kept[given...])
    given = kept.count
    return chunk
  }

  /// Lets go of the bytes before an offset in the whole source, when they are the greater part:
  /// so each byte is moved once at most.
  package func forget(before offset: Int) {
    let count = min(given, max(0, offset - base))
    guard count > 64 << 10, 2 * count >= kept.count else { return }
    if countsLines { places.pass(kept.span.extracting(..<count)) }
    kept.removeSubrange(0..<count)
    base += count
    given -= count
  }

  /// The bytes between two offsets in the whole source, as text; nil if they were let go.
  package func text(in range: Range<Int>) -> String? {
    guard range.lowerBound >= base, range.upperBound <= base + kept.count else { return nil }
    return String(
      decoding: kept[(range.lowerBound - base)..<(range.upperBound - base)], as: UTF8.self)
  }

  /// Goes to the next tag that is wanted, at an offset or behind it.
  ///
  /// - Parameters:
  ///   - offset: an offset in the whole source that was not let go.
  ///   - limit: the number of bytes that may be passed over.
  ///   - isWanted: whether reading can go on at a tag, by its name as written, without `<` and `/`.
  /// - Returns: the place of the tag; nil if there is none.
  package func seek(
    from offset: Int, limit: Int, where isWanted: (_ name: String, _ isEnd: Bool) -> Bool
  ) -> Place? {
    let start = max(0, offset - base)
    var place = start
    while true {
      while let open = kept[min(place, kept.count)...].firstIndex(of: UInt8(ascii: "<")) {
        let isEnd = open + 1 < kept.count && kept[open + 1] == UInt8(ascii: "/")
        let first = open + (isEnd ? 2 : 1)
        var end = first
        while end < kept.count, end - first < Self.longestName, !Self.endsName(kept[end]) {
          end += 1
        }
        // The rest of the name is not read yet.
        if end == kept.count { break }
        place = open + 1
        guard Self.endsName(kept[end]), end > first else { continue }
        let name = String(decoding: kept[first..<end], as: UTF8.self)
        guard isWanted(name, isEnd) else { continue }
        given = open
        var found = places
        found.pass(kept.span.extracting(..<open))
        return Place(
          offset: base + open, line: found.line, column: found.column, name: name, isEnd: isEnd)
      }
      let isOpen = kept[min(place, kept.count)...].contains(UInt8(ascii: "<"))
      if !isOpen { place = max(place, kept.count) }
      guard !hasEnded, kept.count - start < limit, (try? fill()) != nil else { return nil }
    }
  }

  private static let longestName = 256

  private static func endsName(_ byte: UInt8) -> Bool {
    [0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3E].contains(byte)
  }

  @discardableResult
  private func fill() throws(InputError) -> [UInt8] {
    let chunk = try source.next()
    if chunk.isEmpty { hasEnded = true }
    kept += chunk
    return chunk
  }
}

/// Bytes in memory, then a source.
package final class JoinedSource: ByteSource {
  private var first: [UInt8]
  private let rest: any ByteSource

  package init(_ first: [UInt8], _ rest: any ByteSource) {
    self.first = first
    self.rest = rest
  }

  package func next() throws(InputError) -> [UInt8] {
    if first.isEmpty { return try rest.next() }
    defer { first = [] }
    return first
  }
}

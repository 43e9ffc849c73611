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
  }

  private let source: any ByteSource
  /// The bytes from `base` on, and how many of them were handed out.
  private var kept: [UInt8] = []
  private var base = 0
  private var given = 0
  private var hasEnded = false
  /// The places of the bytes that were let go.
  private var places = XMLPlaces()

  package init(_ source: any ByteSource) { self.source = source }

  package func next() throws(InputError) -> [UInt8] {
    if given == kept.count { try fill() }
    defer { given = kept.count }
    return Array(kept[given...])
  }

  /// Lets go of the bytes before an offset in the whole source.
  package func forget(before offset: Int) {
    let count = min(given, max(0, offset - base))
    guard count > 64 << 10 else { return }
    places.append(Array(kept[..<count]))
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

  /// Goes to the next start tag with a name, at an offset or behind it.
  ///
  /// - Parameters:
  ///   - name: the element's name.
  ///   - offset: an offset in the whole source that was not let go.
  ///   - limit: the number of bytes that may be passed over.
  /// - Returns: the place of the tag; nil if there is none.
  package func seek(_ name: String, from offset: Int, limit: Int) -> Place? {
    let tag = Array("<\(name)".utf8)
    let start = max(0, offset - base)
    var place = start
    while true {
      while place + tag.count < kept.count {
        if kept[place] == tag[0], kept[place...].starts(with: tag),
          [0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3E].contains(kept[place + tag.count])
        {
          given = place
          var places = places
          places.append(Array(kept[..<place]))
          let found = places.place(at: base + place)
          return Place(offset: base + place, line: found.line, column: found.column)
        }
        place += 1
      }
      guard !hasEnded, place - start < limit, (try? fill()) != nil else { return nil }
    }
  }

  private func fill() throws(InputError) {
    let chunk = try source.next()
    if chunk.isEmpty { hasEnded = true }
    kept += chunk
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

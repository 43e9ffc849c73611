internal import CICU

/// A regular expression in ICU's syntax, for searching in UTF-8 regardless of case.
///
/// ICU has no time limit of its own: `(a+)+$` takes 13 seconds on 26 letters. A search ends with an
/// error after about half a second, or when its stack is full.
@safe package final class RegularExpression {
  /// The failure of a pattern or of a search.
  package enum Failure: Error, Equatable, Sendable {
    /// The pattern is wrong at a place, counted in Unicode scalars from 0.
    case pattern(place: Int)
    /// The search took too long.
    case effort
  }

  private let regex: OpaquePointer

  // ICU counts steps of the match engine, each about a millisecond.
  private static let timeLimit: Int32 = 500

  /// Compiles a pattern.
  package init(_ pattern: String) throws(Failure) {
    let units = Array(pattern.utf16)
    var (line, offset): (Int32, Int32) = (1, 0)
    let regex = unsafe units.withUnsafeBufferPointer { buffer in
      unsafe calque_regex_open(
        buffer.baseAddress, Int32(buffer.count), Self.timeLimit, &line, &offset)
    }
    guard let regex = unsafe regex else {
      throw .pattern(place: Self.start(ofLine: Int(line), in: pattern) + max(0, Int(offset)))
    }
    unsafe self.regex = regex
  }

  /// The number of scalars before a line of a pattern; lines count from 1.
  private static func start(ofLine line: Int, in pattern: String) -> Int {
    let scalars = Array(pattern.unicodeScalars)
    var (place, current) = (0, 1)
    while current < line, place < scalars.count {
      if ["\n", "\r", "\u{85}", "\u{2028}"].contains(scalars[place]) { current += 1 }
      let isCRLF = scalars[place...].starts(with: ["\r", "\n"])
      place += isCRLF ? 2 : 1
    }
    return place
  }

  deinit {
    unsafe calque_regex_close(regex)
  }

  /// The occurrences in a text, left to right, as ranges of bytes; empty ones are left out.
  package func occurrences(in utf8: [UInt8]) throws(Failure) -> [Range<Int>] {
    var found = [Range<Int>]()
    let isDone = unsafe utf8.withUnsafeBytes { raw in
      // The address of an empty array may be nil, and ICU refuses nil.
      guard let address = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self) else {
        return true
      }
      guard unsafe calque_regex_set_text(regex, address, Int64(raw.count)) != 0 else {
        return false
      }
      var (start, end): (Int64, Int64) = (0, 0)
      while true {
        let answer = unsafe calque_regex_next(regex, &start, &end)
        if answer <= 0 { return answer == 0 }
        if start < end { found.append(Int(start)..<Int(end)) }
      }
    }
    if !isDone { throw .effort }
    return found
  }
}

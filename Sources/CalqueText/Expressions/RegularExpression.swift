internal import CICU

/// A regular expression in ICU's syntax, for searching in UTF-8.
///
/// ICU has no time limit of its own: `(a+)+$` takes 13 seconds on 26 letters. The search of one text
/// ends with an error after half a second, or when its stack is full. All texts together have a
/// budget beyond the time of ordinary expressions; a walk over many texts asks `isExhausted`. Time
/// is the processor time of the thread, so a busy machine does not shorten a search.
@safe package final class RegularExpression {
  /// The failure of a pattern or of a search.
  package enum Failure: Error, Equatable, Sendable {
    /// The pattern is wrong at a place, counted in Unicode scalars from 0.
    case pattern(place: Int)
    /// The search of the text took too long.
    case effort
  }

  private let regex: OpaquePointer

  /// The nanoseconds that one text may take.
  private static let textLimit: Int64 = 500_000_000
  /// The milliseconds that all texts together may take, unless said otherwise.
  package static let budget = 3_000
  /// The nanoseconds that a text may take besides: several times what ordinary expressions take.
  private static let allowance = (text: Int64(20_000), byte: Int64(200))

  private let budget: Int64
  /// What is left of the budget, in nanoseconds.
  private var remaining: Int64

  /// Whether the texts so far have taken all the time there is.
  package var isExhausted: Bool { remaining <= 0 }

  /// Begins a walk over texts: the budget is whole again.
  package func begin() { remaining = budget }

  /// Compiles a pattern.
  ///
  /// - Parameters:
  ///   - pattern: the pattern.
  ///   - keepsCase: whether capitals and small letters are different.
  ///   - budget: the milliseconds that all texts together may take.
  /// - Throws: `Failure.pattern`.
  package init(
    _ pattern: String, keepsCase: Bool = false, budget: Int = budget
  ) throws(Failure) {
    self.budget = Int64(Int32(clamping: budget)) * 1_000_000
    remaining = self.budget
    let units = Array(pattern.utf16)
    var (line, offset): (Int32, Int32) = (1, 0)
    let regex = unsafe units.withUnsafeBufferPointer { buffer in
      unsafe calque_regex_open(
        buffer.baseAddress, Int32(buffer.count), keepsCase ? 1 : 0, &line, &offset)
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
  ///
  /// - Throws: `Failure.effort` where the text takes too long, or the budget is exhausted.
  package func occurrences(in utf8: [UInt8]) throws(Failure) -> [Range<Int>] {
    if utf8.isEmpty { return [] }
    if isExhausted { throw .effort }
    let found = search(utf8)
    let allowed = Self.allowance.text + Self.allowance.byte * Int64(utf8.count)
    let taken = unsafe calque_regex_taken(regex)
    remaining = min(budget, remaining + allowed - taken)
    guard let found else { throw .effort }
    return found
  }

  /// The occurrences in a text; nil where the search is given up.
  private func search(_ utf8: [UInt8]) -> [Range<Int>]? {
    unsafe utf8.withUnsafeBytes { raw in
      var found = [Range<Int>]()
      // The address of an empty array may be nil, and ICU refuses nil.
      guard let address = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self) else {
        return found
      }
      let limit = min(Self.textLimit, remaining)
      guard unsafe calque_regex_set_text(regex, address, Int64(raw.count), limit) != 0 else {
        return nil
      }
      var (start, end): (Int64, Int64) = (0, 0)
      while true {
        let answer = unsafe calque_regex_next(regex, &start, &end)
        if answer <= 0 { return answer == 0 ? found : nil }
        if start < end { found.append(Int(start)..<Int(end)) }
      }
    }
  }
}

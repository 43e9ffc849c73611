import CalqueModel

/// A bead in a sheet for review.
struct ReviewRow: Equatable, Sendable {
  /// What a person has decided.
  enum Decision: String, CaseIterable, Sendable {
    /// The pair is right: it goes into the memory as reviewed.
    case accept
    /// The pair is wrong: it is never a match.
    case reject
    /// The pair belongs together with its neighbours that are marked in the same way.
    case merge
    /// The parts of the two sides are pairs of their own.
    case split

    /// Reads a word or its first letter, in any case.
    init?(_ text: String) {
      let word = text.asciiLowercased
      let found = Self.allCases.first { $0.rawValue == word || $0.rawValue.prefix(1) == word }
      guard let found, !word.isEmpty else { return nil }
      self = found
    }
  }

  /// The line of the row in its sheet, from 1; 0 for a row that was never read.
  var line = 0
  /// The decision; nil if the row is not judged.
  var decision: Decision?
  /// The confidence in the bead, from 0 to 1.
  var confidence: Double
  /// The parts of the source side, which are sentences unless a person has edited them.
  var source: [String]
  /// The parts of the target side.
  var target: [String]
  /// The document's name.
  var document: String
  /// The number of the bead in its document, from 1.
  var bead: Int
  /// The source sentences, by number from 0, without gaps; nil if there are none.
  var sourceSpan: Range<Int>?
  /// The target sentences.
  var targetSpan: Range<Int>?
  /// The number of the source paragraph, from 1; nil if there is none.
  var paragraph: Int?
}

/// Neighbouring sentences, as a sheet shows them: `12`, `12..13`, or nothing.
///
/// Numbers start at 1, because people read them. Spreadsheets take `12-13` for a date.
enum SentenceSpan {
  /// The text of a span.
  static func text(_ span: Range<Int>?) -> String {
    guard let span else { return "" }
    return span.count == 1
      ? String(span.lowerBound + 1) : "\(span.lowerBound + 1)..\(span.upperBound)"
  }

  /// Reads the text of a span; `.some(nil)` for a blank text, nil for a text that is no span.
  static func read(_ text: String) -> Range<Int>?? {
    let text = text.trimmingBlanks
    if text.isEmpty { return .some(nil) }
    let ends = text.split(separator: "..", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = ends[0], let last = ends.count == 1 ? first : ends[1], ends.count <= 2,
      first >= 1, last >= first, last <= maximum
    else { return nil }
    return first - 1..<last
  }

  private static let maximum = 100_000_000
}

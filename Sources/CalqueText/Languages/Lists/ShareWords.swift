/// The words of a language for shares of a hundred, and for the points between two shares, folded.
package struct ShareWords: Sendable {
  /// The words behind a number that say the same as `%`, one or more in a row.
  package let percent: [[String]]
  /// The words behind a number for the difference of two shares.
  package let points: Set<String>
  /// The words that may stand between the number and the points: *percentage points*.
  package let behindPercentage: Set<String>

  /// The words of a language whose shares are not read.
  static let none = ShareWords(percent: [], points: [], behindPercentage: [])
}

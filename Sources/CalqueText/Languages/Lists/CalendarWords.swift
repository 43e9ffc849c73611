/// The words that a language writes dates with, folded.
package struct CalendarWords: Sendable {
  /// The names and abbreviations of the months, January first.
  package let months: [[String]]
  /// What may stand behind the day: `1er`, `2nd`.
  package let ordinals: Set<String>
  /// What may stand between the day and its month: `2nd of November`.
  package let joiners: Set<String>
  /// Whether the day may stand behind its month: `November 2nd, 2023`.
  package let mayPutDayLast: Bool

  init(
    months: [[String]], ordinals: Set<String>, joiners: Set<String> = [],
    mayPutDayLast: Bool = false
  ) {
    self.months = months
    self.ordinals = ordinals
    self.joiners = joiners
    self.mayPutDayLast = mayPutDayLast
  }

  /// Of a language whose dates are not read.
  static let none = CalendarWords(months: [], ordinals: [])
}

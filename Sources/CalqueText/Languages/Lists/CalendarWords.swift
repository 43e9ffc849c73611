/// The words of a language's dates, folded.
package struct CalendarWords: Sendable {
  /// The names and abbreviations of the months, January first.
  package let months: [[String]]
  /// The names and abbreviations of the days of the week.
  package let weekdays: Set<String>
  /// The words that may follow the day: `1er`, `2nd`.
  package let ordinals: Set<String>
  /// The words that may come between the day and its month: `2nd of November`.
  package let joiners: Set<String>
  /// Whether the day may follow its month: `November 2nd, 2023`.
  package let mayPutDayLast: Bool

  init(
    months: [[String]], weekdays: Set<String> = [], ordinals: Set<String>,
    joiners: Set<String> = [], mayPutDayLast: Bool = false
  ) {
    self.months = months
    self.weekdays = weekdays
    self.ordinals = ordinals
    self.joiners = joiners
    self.mayPutDayLast = mayPutDayLast
  }

  /// The words of a language whose dates are not read.
  static let none = CalendarWords(months: [], ordinals: [])
}

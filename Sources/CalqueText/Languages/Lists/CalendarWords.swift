/// The words of a language's dates, folded.
package struct CalendarWords: Sendable {
  /// The names and abbreviations of the months, January first.
  package let months: [[String]]
  /// The names and abbreviations of the days of the week, Monday first.
  package let days: [[String]]
  /// The names and abbreviations of the days of the week.
  package let weekdays: Set<String>
  /// The names that are other words, too, unless they stand beside a number: *may*.
  package let ambiguous: Set<String>
  /// The months and days by their names.
  let numbers: [String: Meaning]
  /// Rules out most words of a text that are no name.
  let sieve: WordSieve
  /// The words that may follow the day: `1er`, `2nd`.
  package let ordinals: Set<String>
  /// The words that may come between the day and its month: `2nd of November`.
  package let joiners: Set<String>
  /// Whether the day may follow its month: `November 2nd, 2023`.
  package let mayPutDayLast: Bool

  /// The words before a date that is not the text's own: *la loi **du** 9 décembre 1905*, *jusqu'au*.
  package let signsOfOtherDates: Set<String>
  /// The words that make such a date the text's own: ***édition** du 3 mai 2024*.
  package let signsOfIssues: Set<String>

  init(
    months: [[String]], days: [[String]] = [], ambiguous: Set<String> = [], ordinals: Set<String>,
    joiners: Set<String> = [], mayPutDayLast: Bool = false, signsOfOtherDates: Set<String> = [],
    signsOfIssues: Set<String> = []
  ) {
    self.signsOfOtherDates = signsOfOtherDates
    self.signsOfIssues = signsOfIssues
    self.months = months
    self.days = days
    weekdays = Set(days.flatMap(\.self))
    self.ambiguous = ambiguous
    numbers = Self.meanings(months, days, ambiguous: ambiguous)
    sieve = WordSieve(numbers.keys)
    self.ordinals = ordinals
    self.joiners = joiners
    self.mayPutDayLast = mayPutDayLast
  }

  /// The words of a language whose dates are not read.
  static let none = CalendarWords(months: [], ordinals: [])
}

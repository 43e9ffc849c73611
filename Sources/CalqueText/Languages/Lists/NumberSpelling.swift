/// The way in which a language writes numbers and dates, for translations that are adapted.
package struct NumberSpelling: Sendable {
  /// The sign between groups of three digits, where the text shows no other.
  package let group: Unicode.Scalar
  /// The numbers from 0 to 100 in words.
  package let words: [String]
  /// The words for powers of ten behind a number, each for less than two and for more.
  package let scales: [Int: (one: String, more: String)]
  /// The names of the months, January first, as a text writes them.
  package let months: [String]
  /// The names of the days of the week, Monday first, as a text writes them.
  package let days: [String]
  /// The ending of a number that counts a rank.
  package let ordinalEnding: @Sendable (Int) -> String
  /// The ending of the first day of a month, if it has one: *1er mars*.
  package let firstDayEnding: String
  /// The words behind a time that tell half a day, folded: hours beside them are no others.
  package let halvesOfDay: Set<String>
}

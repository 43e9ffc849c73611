package import CalqueModel

extension English {
  /// The words of English dates: `2nd of November 2023`, `November 2, 2023`.
  package static let calendar = CalendarWords(
    months: [
      ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"], ["may"],
      ["june", "jun"], ["july", "jul"], ["august", "aug"], ["september", "sept", "sep"],
      ["october", "oct"], ["november", "nov"], ["december", "dec"],
    ],
    days: [
      ["monday", "mon"], ["tuesday", "tue", "tues"], ["wednesday", "wed"],
      ["thursday", "thu", "thurs"], ["friday", "fri"], ["saturday", "sat"], ["sunday", "sun"],
    ],
    ambiguous: ["may", "march"],
    ordinals: ["st", "nd", "rd", "th"], joiners: ["of"], mayPutDayLast: true,
    signsOfOtherDates: [
      "of", "since", "until", "till", "before", "after", "by", "from", "through",
    ],
    signsOfIssues: ["edition", "issue", "version", "morning", "evening"])

  /// True for the United States alone.
  package static func putsMonthFirst(_ tag: LanguageTag) -> Bool { tag.key == "en-us" }
}

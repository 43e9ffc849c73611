extension English {
  /// The number words of English.
  ///
  /// *Second* is left out, which is a part of a minute, too.
  package static let numberWords = NumberWords(
    units: [
      ("zero", 0), ("one", 1), ("a", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5),
      ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11),
      ("twelve", 12), ("thirteen", 13), ("fourteen", 14), ("fifteen", 15), ("sixteen", 16),
      ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("thirty", 30),
      ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80),
      ("ninety", 90),
    ],
    hundreds: ["hundred", "hundreds"],
    scales: [
      ("thousand", 3), ("thousands", 3), ("million", 6), ("millions", 6), ("mn", 6),
      ("billion", 9), ("billions", 9), ("bn", 9), ("trillion", 12), ("trillions", 12), ("tn", 12),
    ],
    groups: [("dozen", 12), ("dozens", 12)],
    ordinals: [
      ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7), ("eighth", 8),
      ("ninth", 9), ("tenth", 10), ("eleventh", 11), ("twelfth", 12), ("fifteenth", 15),
      ("twentieth", 20), ("hundredth", 100),
    ],
    joiners: ["and"], besideOthers: ["one", "a"], beforeShares: ["per"])

  package static func mayBePlural(_ word: String) -> Bool {
    word.utf8.count > 1 && word.hasSuffix("s") || word.hasSuffix("men") || word.hasSuffix("craft")
      || pluralsWithoutS.contains(word)
  }

  /// The commonest plurals that do not end in *s*.
  private static let pluralsWithoutS: Set<String> = [
    "children", "criteria", "data", "deer", "feet", "fish", "geese", "hundred", "lice", "media",
    "mice", "oxen", "people", "phenomena", "police", "salmon", "sheep", "teeth", "thousand",
    "trout",
  ]

  /// The words of shares: *3 percent*, *two percentage points*.
  package static let shareWords = ShareWords(
    percent: [["per", "cent"], ["percent"], ["pc"]], points: ["point", "points"],
    behindPercentage: ["percentage"])
}

extension English {
  package static let articles: Set<String> = ["the"]

  package static let wordsBeforeVowels: Set<String> = ["a", "an"]

  /// "An 18-year-old", "a 19-year-old": the article agrees with the number as it is spoken.
  package static func form(of word: String, before number: String) -> String? {
    guard wordsBeforeVowels.contains(word) else { return nil }
    return beginsWithVowel(spoken: number) ? "an" : "a"
  }

  /// Whether a number begins with a vowel when it is spoken: eight, eighty, eight hundred, eleven,
  /// eighteen; of four digits that stand together, the first two are taken for those of a year.
  private static func beginsWithVowel(spoken number: String) -> Bool {
    let digits = number.prefix { ("0"..."9").contains($0) }
    if digits.isEmpty {
      return number.first.map { "aeio".contains($0.lowercased()) } == true
        && !number.lowercased().hasPrefix("one")
    }
    if digits.first == "8" { return true }
    // 11,500 and 11000000 begin with eleven, 110 with a hundred, 1,800 with one.
    let isEleven = digits.hasPrefix("11") || digits.hasPrefix("18")
    return isEleven && (digits.count % 3 == 2 || digits.count == 4)
  }
}

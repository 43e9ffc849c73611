import CalqueText

/// Whether a phrase is the long form of an acronym.
enum AcronymExpansion {
  /// The first word of the long form that ends at a place; nil if none fits.
  ///
  /// Each word of meaning gives the acronym its first letter, and perhaps letters that follow;
  /// small words give their first letter or none.
  ///
  /// - Parameters:
  ///   - acronym: the acronym's letters.
  ///   - words: the words before the acronym, in order.
  /// - Returns: the place of the first word; the shortest long form is taken.
  static func start(of acronym: String, in words: ArraySlice<CandidateWords.Word>) -> Int? {
    let letters = letters(acronym)
    guard letters.count >= 2 else { return nil }
    var start = words.endIndex
    var length = 0
    while start > words.startIndex {
      start -= 1
      let word = words[start]
      switch word.role {
      case .open, .close: return nil
      case .other where word.written.unicodeScalars.allSatisfy({ !$0.properties.isAlphabetic }):
        return nil
      case .comma: continue
      default: break
      }
      if word.isSmall { continue }
      length += 1
      if length > letters.count + 2 { return nil }
      if word.isAcronym, Self.letters(word.written) == letters { return nil }
      let parts = parts(words[start...])
      guard parts.count(where: { !$0.isSmall }) > 1 else { continue }
      if fits(letters[...], parts[...], isFirst: true) || isReordered(letters, parts) {
        return start
      }
    }
    return nil
  }

  private struct Part {
    let letters: [Character]
    let isSmall: Bool
  }

  private static func parts(_ words: ArraySlice<CandidateWords.Word>) -> [Part] {
    words.flatMap { word -> [Part] in
      return word.written.split(whereSeparator: { $0 == "-" || $0 == "‑" }).map {
        Part(letters: letters(String($0)), isSmall: word.isSmall)
      }.filter { !$0.letters.isEmpty }
    }
  }

  /// Whether the letters are the first ones of the words in another order: *ESA* for *Agence spatiale
  /// européenne*, as in another language.
  private static func isReordered(_ letters: [Character], _ parts: [Part]) -> Bool {
    letters.count > 2
      && parts.filter { !$0.isSmall }.compactMap(\.letters.first).sorted() == letters.sorted()
  }

  /// Whether the letters are those of the words, each taken from its beginning on.
  private static func fits(
    _ letters: ArraySlice<Character>, _ parts: ArraySlice<Part>, isFirst: Bool
  ) -> Bool {
    guard let part = parts.first else { return letters.isEmpty }
    if part.isSmall, !isFirst, fits(letters, parts.dropFirst(), isFirst: false) { return true }
    guard let letter = letters.first, part.letters.first == letter else { return false }
    return taking(letters.dropFirst(), part.letters.dropFirst(), parts.dropFirst())
  }

  /// Whether the remaining letters fit, of which some more may come from a word begun.
  private static func taking(
    _ letters: ArraySlice<Character>, _ rest: ArraySlice<Character>, _ parts: ArraySlice<Part>
  ) -> Bool {
    if fits(letters, parts, isFirst: false) { return true }
    guard let letter = letters.first, let place = rest.firstIndex(of: letter) else { return false }
    return taking(letters.dropFirst(), rest[(place + 1)...], parts)
  }

  /// The letters and digits of a word, folded.
  private static func letters(_ text: String) -> [Character] {
    Array(CalqueText.folded(text).filter { $0.isLetter || $0.isNumber })
  }
}

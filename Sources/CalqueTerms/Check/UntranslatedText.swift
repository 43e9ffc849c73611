package import CalqueModel
import CalqueText

/// Finds what a translation left in the language of the source.
package struct UntranslatedText: Sendable {
  private let source: Language
  private let target: Language
  private let sourceWords: Set<String>
  private let targetWords: Set<String>

  /// Finds words of the first language in texts of the second.
  package init(_ pair: LanguagePair) {
    source = Language(pair.source)
    target = Language(pair.target)
    let first = Set(source.rules.functionWords.all)
    let second = Set(target.rules.functionWords.all)
    sourceWords = first.subtracting(second)
    targetWords = second.subtracting(first)
  }

  /// The stretch of a translation that is in the source's language, in bytes; nil if there is none.
  ///
  /// Texts without words that tell a language (*Paris Match*, *E = mc²*) may stay as they are.
  package func stretch(of translation: String, from original: String) -> Range<Int>? {
    let tokens = tokens(of: translation, in: target)
    let whole = 0..<translation.utf8.count
    let all = evidence(tokens[...])
    if folded(translation) == folded(original), all.source > all.target, tokens.count > 2 {
      return whole
    }
    if all.source >= 3, all.kinds >= 2, all.target == 0 { return whole }
    for clause in clauses(tokens) where clause.count >= 4 {
      let found = evidence(clause)
      if found.kinds >= 2, found.target == 0, found.source * 4 >= clause.count,
        let first = clause.first, let last = clause.last
      {
        return first.start..<last.end
      }
    }
    return nil
  }

  private func evidence(
    _ tokens: ArraySlice<Token>
  ) -> (source: Int, kinds: Int, target: Int) {
    var kinds: Set<String> = []
    var (mine, theirs) = (0, 0)
    for token in tokens where token.kind == .word {
      if sourceWords.contains(token.folded) {
        mine += 1
        kinds.insert(token.folded)
      } else if targetWords.contains(token.folded) {
        theirs += 1
      }
    }
    return (mine, kinds.count, theirs)
  }

  /// The stretches between signs, without what stands in quotation marks.
  private func clauses(_ tokens: [Token]) -> [ArraySlice<Token>] {
    var clauses: [ArraySlice<Token>] = []
    var start = 0
    var isQuoted = false
    for place in tokens.indices where tokens[place].kind == .punctuation {
      let sign = tokens[place].folded
      guard [",", ";", ":", "(", ")", "\"", "«", "»", "“", "”", "–", "—"].contains(sign) else {
        continue
      }
      if !isQuoted { clauses.append(tokens[start..<place]) }
      if ["\"", "«", "»", "“", "”"].contains(sign) { isQuoted.toggle() }
      start = place + 1
    }
    if !isQuoted { clauses.append(tokens[start...]) }
    return clauses
  }
}

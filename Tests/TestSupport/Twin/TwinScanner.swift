import Foundation

package enum TwinKind: Hashable, Sendable {
  case word, number, punctuation, url, email, tag, placeholder
}

/// The tokens of a text, scanned from left to right.
package struct TwinScanner {
  private let scalars: [Unicode.Scalar]
  private let protected: TwinProtected

  /// In folded form, which makes one of c and ç.
  private static let elisions: Set<String> = [
    "l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
    "presqu", "quelqu",
  ]

  private static let clitics = ["ll", "re", "ve", "s", "d", "m"]

  package init(_ text: String) {
    let kept = TwinFolding.string(text.unicodeScalars.filter { !TwinScalars.isSkipped($0) })
    scalars = Array(kept.precomposedStringWithCanonicalMapping.unicodeScalars)
    protected = TwinProtected(scalars: scalars)
  }

  package func tokens() -> [(kind: TwinKind, text: String)] {
    var tokens: [(kind: TwinKind, text: String)] = []
    var start = 0
    while let scalar = at(start) {
      if TwinScalars.isSpace(scalar) {
        start += 1
        continue
      }
      for (kind, end) in self.tokens(at: start) {
        tokens.append((kind, TwinFolding.string(scalars[start..<end])))
        start = end
      }
    }
    return tokens
  }

  /// The token that starts here; two if a clitic ends a word or letters follow a number.
  private func tokens(at start: Int) -> [(kind: TwinKind, end: Int)] {
    if let token = protected.token(at: start) { return [token] }
    if isDigit(start) {
      let end = numberEnd(from: start)
      let letters = run(from: end) { isLetter($0) || isMark($0) }
      return [(.number, end)] + (letters.map { [(.word, $0)] } ?? [])
    }
    if let end = acronymEnd(from: start) { return [(.word, end)] }
    if isLetter(start) { return wordEnds(from: start).map { (.word, $0) } }
    if let dots = run(from: start, while: { at($0) == "." }), dots - start >= 3 {
      return [(.punctuation, dots)]
    }
    return [(.punctuation, run(from: start + 1, while: isMark) ?? start + 1)]
  }

  private func numberEnd(from start: Int) -> Int {
    var end = run(from: start, while: isDigit) ?? start
    var mayGroup = end - start <= 3
    while let mark = at(end) {
      if mark == "." || mark == ",", let decimals = run(from: end + 1, while: isDigit) {
        mayGroup = mayGroup && decimals == end + 4
        end = decimals
      } else if mark == "'" || mark == "\u{2019}", hasExactlyThreeDigits(end + 1) {
        end += 4
      } else if mayGroup, TwinScalars.groupingSpaces.contains(mark), hasExactlyThreeDigits(end + 1)
      {
        end += 4
      } else {
        break
      }
    }
    return end
  }

  private func hasExactlyThreeDigits(_ start: Int) -> Bool {
    run(from: start, while: isDigit) == start + 3
  }

  /// Two or more single letters, each with its full stop, and no letter after them.
  ///
  /// Numbers such as ½ and Ⅳ count as letters here, though not as the first.
  private func acronymEnd(from start: Int) -> Int? {
    guard isLetter(start) else { return nil }
    let isInitial = { isLetter($0) || at($0).map(TwinScalars.isOtherNumber) ?? false }
    var end = start
    while isInitial(end), at(end + 1) == "." { end += 2 }
    return end - start >= 4 && !isInitial(end) ? end : nil
  }

  private func wordEnds(from start: Int) -> [Int] {
    var end = start
    while true {
      end = run(from: end, while: isWordPart) ?? end
      guard isApostrophe(end) else { return [end] }
      let word = folded(start..<end)
      if Self.elisions.contains(word), isLetter(end + 1) || isDigit(end + 1) || opensQuote(end + 1)
      {
        return [end + 1]
      }
      guard isLetter(end + 1), let rest = run(from: end + 1, while: { isLetter($0) || isMark($0) })
      else { return [end] }
      let ending = folded(end + 1..<rest)
      if Self.clitics.contains(ending) { return [end, rest] }
      if ending == "t", word.hasSuffix("n"), word != "n" { return [end - 1, rest] }
      end += 1
    }
  }

  private func folded(_ range: Range<Int>) -> String {
    TwinFolding.folded(TwinFolding.string(scalars[range]))
  }

  /// Where the run that starts here ends; nothing if it is empty.
  private func run(from start: Int, while condition: (Int) -> Bool) -> Int? {
    var end = start
    while condition(end) { end += 1 }
    return end > start ? end : nil
  }

  private func at(_ index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  private func isDigit(_ index: Int) -> Bool { at(index).map(TwinScalars.isDigit) ?? false }
  private func isLetter(_ index: Int) -> Bool { at(index).map(TwinScalars.isLetter) ?? false }
  private func isMark(_ index: Int) -> Bool { at(index).map(TwinScalars.isMark) ?? false }
  private func isWordPart(_ index: Int) -> Bool {
    isLetter(index) || isMark(index) || isDigit(index)
  }
  private func isApostrophe(_ index: Int) -> Bool {
    at(index).map(TwinScalars.apostrophes.contains) ?? false
  }
  private func opensQuote(_ index: Int) -> Bool {
    at(index).map(TwinScalars.openingQuotes.contains) ?? false
  }
}

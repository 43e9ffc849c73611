/// Cuts text into tokens: words, numbers, punctuation, tags, placeholders, URLs, addresses.
///
/// The rules are the same for every language. French elisions and English clitics are tokens apart
/// from their words. Digits grouped by spaces are one number:
///
///     L’accord d'aujourd'hui coûte 12 000 €.   L’ · accord · d' · aujourd'hui · coûte · 12 000 · € · .
///
/// A scanner is kept for many texts: with its buffers and tables filled, a text of 100 bytes costs
/// about a microsecond.
/// - Complexity: linear in the text, whatever its contents.
package struct TextScanner: Sendable {
  /// The text scanned last.
  package var text = ScalarText()
  /// The tokens of the text, in order; white space is never part of a token's ends.
  package private(set) var tokens: [TokenSpan] = []
  private let breaks = WordBreaks()

  package init() {}

  /// The number of ICU's word iterators opened by the scanner and its copies, 0 or 1.
  package var wordBreakOpenings: Int { breaks.openings }

  /// The places of the tokens in the text, in UTF-8 bytes.
  package var ranges: [Range<Int>] {
    tokens.map { Int(text.offsets[$0.start])..<Int(text.offsets[$0.end]) }
  }

  /// Scans a text in place of the one before.
  ///
  /// - Parameters:
  ///   - utf8: the text.
  ///   - breaks: places at which words end although the text does not show it.
  package mutating func scan(_ utf8: Span<UInt8>, breaks: [Int] = []) {
    text.read(utf8, breaks: breaks)
    cut()
  }

  /// Scans a text in place of the one before.
  package mutating func scan(_ string: String, breaks: [Int] = []) {
    scan(string.utf8Span.span, breaks: breaks)
  }

  private mutating func cut() {
    tokens.removeAll(keepingCapacity: true)
    let (scalars, classes) = (text.scalars, text.classes)
    var protected = ProtectedText(text)
    let words = WordScanner(text, breaks: breaks)
    var place = 0
    while place < scalars.count {
      if classes[place] & ScalarProperties.space != 0 {
        place += 1
      } else if protected.mayBegin(with: scalars[place]), let token = protected.token(at: place) {
        tokens.append(token)
        place = token.end
      } else if classes[place] & ScalarProperties.digit != 0 {
        place = words.number(at: place, into: &tokens)
      } else if classes[place] & ScalarProperties.letter != 0 {
        place = words.word(at: place, properties: &text.properties, into: &tokens)
      } else {
        place = words.punctuation(at: place, into: &tokens)
      }
    }
  }
}

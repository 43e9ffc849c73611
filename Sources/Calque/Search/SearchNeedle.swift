import CalqueMatch
import CalqueModel
import CalqueMorphology
import CalqueText

/// What a search looks for on each side: words in their forms, or a run of characters.
struct SearchNeedle {
  private enum Kind {
    case words([SearchAnswer.Side: WordConcordance])
    case text(Concordance)
  }

  private var kind: Kind

  /// Reads a query.
  ///
  /// - Throws: `SearchError`.
  init(
    _ query: String, pair: LanguagePair, _ options: SearchOptions, _ morphologies: Morphologies
  ) throws(SearchError) {
    if options.isExpression || options.isSubstring {
      kind = .text(try Self.concordance(query, options))
      return
    }
    let words = ConcordanceQuery(query)
    let count = words.elements.count
    if count == 0 { throw .emptyQuery }
    if count > ConcordanceQuery.maximum { throw .tooManyWords(count) }
    let asked = WordConcordance.Options(
      keepsAccents: options.keepsAccents, keepsCase: options.keepsCase)
    var sides: [SearchAnswer.Side: WordConcordance] = [:]
    for side in SearchAnswer.Side.allCases where options.sides.contains(side) {
      let language = Language(side == .source ? pair.source : pair.target)
      sides[side] = WordConcordance(words, language: language, options: asked) { word in
        options.isExact ? .none : WordForms(morphologies.family(of: word, in: language))
      }
    }
    kind = .words(sides)
  }

  private static func concordance(
    _ query: String, _ options: SearchOptions
  ) throws(SearchError) -> Concordance {
    do throws(Concordance.Failure) {
      return try options.isExpression
        ? Concordance(
          expression: query, keepsAccents: options.keepsAccents, keepsCase: options.keepsCase)
        : Concordance(query, keepsAccents: options.keepsAccents, keepsCase: options.keepsCase)
    } catch {
      switch error {
      case .emptyQuery: throw .emptyQuery
      case .pattern(let place): throw .expression(query, column: place + 1)
      case .effort: throw .effort(query, searched: 0)
      }
    }
  }

  /// The search for words in the texts of a side; nil if the query is a run of characters.
  func concordance(_ side: SearchAnswer.Side) -> WordConcordance? {
    if case .words(let sides) = kind { sides[side] } else { nil }
  }

  /// Whether a regular expression has taken all the time there is.
  var isExhausted: Bool {
    if case .text(let concordance) = kind { concordance.isExhausted } else { false }
  }

  /// Begins a walk over texts, which may take as long as the one before.
  func begin() {
    if case .text(let concordance) = kind { concordance.begin() }
  }

  /// Whether a text of a side may hold the query; a look at its bytes is enough for most texts.
  func mayHold(_ text: String, _ side: SearchAnswer.Side) -> Bool {
    switch kind {
    case .words(let sides): sides[side]?.mayHold(text.utf8Span.span) ?? false
    case .text: true
    }
  }

  /// What a word of a side is, in its plain form.
  mutating func mask(_ plain: [UInt32], _ side: SearchAnswer.Side) -> TokenMask {
    guard case .words(var sides) = kind else { return TokenMask() }
    kind = .words([:])
    defer { kind = .words(sides) }
    return sides[side]?.mask(.word, plain: plain) ?? TokenMask()
  }

  /// The occurrences in a text of a side; nil if there are none.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - breaks: places at which words end although the text does not show it.
  ///   - side: the side.
  ///   - isLikely: whether the text probably has some.
  /// - Returns: the occurrences.
  /// - Throws: `Concordance.Failure.effort`.
  mutating func occurrences(
    in text: String, breaks: [Int] = [], _ side: SearchAnswer.Side, isLikely: Bool = false
  ) throws(Concordance.Failure) -> WordConcordance.Found? {
    switch kind {
    case .words(var sides):
      // The sides are taken out, so that their buffers are not copied at the change.
      kind = .words([:])
      defer { kind = .words(sides) }
      return sides[side]?.occurrences(in: text, breaks: breaks, isLikely: isLikely)
    case .text(let concordance):
      let spans = try concordance.occurrences(in: text, breaks: breaks)
      return spans.isEmpty ? nil : WordConcordance.Found(closeness: .phrase, spans: spans)
    }
  }
}

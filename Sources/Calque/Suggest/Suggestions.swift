public import CalqueModel

/// The terms and matches that glossaries and memories hold for an article.
public struct Suggestions: Sendable {
  /// The origin of the article's date.
  public enum DateOrigin: Sendable {
    /// The caller of the library.
    case asked
    /// The beginning of the article.
    case article
    /// No statement: the date is today's.
    case today
  }

  /// The relation of the article's language to the requested pair.
  public enum Direction: Hashable, Sendable {
    /// The article is in the source language, or no evidence contradicts that.
    case asAsked
    /// The article is in the target language of the store's only pair, and the pair was reversed.
    case reversed
    /// The article is in neither language.
    case foreign(LanguageTag)
  }

  /// A sentence of the article.
  public struct Sentence: Hashable, Sendable {
    /// The sentence's bytes in the text.
    public let range: Range<Int>
    /// The line of the start, from 1.
    public let line: Int
    /// The column of the start, in Unicode scalars, from 1.
    public let column: Int
    /// The sentence's text.
    public let text: String
    /// Whether the sentence belongs to the web page, not to the article: `Lire aussi …`.
    public let isBoilerplate: Bool
    /// Whether the stretch is the dateline of a news story, for which nothing is looked up.
    public let isDateline: Bool
  }

  /// A match for a sentence.
  public struct SentenceMatch: Sendable {
    /// The sentence, by its number from 0.
    public let sentence: Int
    /// The match.
    public let match: MatchAnswer
  }

  /// The file as the user named it; `-` for standard input.
  public let file: String
  /// The language of the article and the language of the suggestions.
  public let pair: LanguagePair
  /// The relation of the article's language to the pair.
  public let direction: Direction
  /// The date of the article.
  public let date: PartialDate
  /// The origin of the date.
  public let dateOrigin: DateOrigin
  /// The glossaries that took part, in their order.
  public let glossaries: [String]
  /// The memories that took part, in their order.
  public let memories: [String]
  /// The minimum score of a match.
  public let minimum: Int
  /// The article's sentences, in order.
  public let sentences: [Sentence]
  /// The terms, by place, the longest first at each place.
  public let terms: [TermAnswer]
  /// The matches, sentence by sentence, best first.
  public let matches: [SentenceMatch]

  /// What the memories say for phrases that no glossary has, by place.
  public internal(set) var renderings: [SuggestedPhrase] = []
  /// Names, titles, noun phrases and acronyms that no glossary has, best first.
  public internal(set) var candidates: [SuggestedPhrase] = []

  /// The article's text, in which all offsets are places.
  public internal(set) var text = ""
  /// The format of the article's file: `plain`, `html`, `markdown`, `docx`, `odt`.
  public internal(set) var format = "plain"
  /// The text that was extracted from a file that is no plain text; all offsets are places in it.
  public internal(set) var extractedText: String?
  /// What is to be said about the article's file: its encoding.
  public internal(set) var warnings: [String] = []

  /// Whether nothing is suggested.
  public var isEmpty: Bool {
    terms.isEmpty && matches.isEmpty && renderings.isEmpty && candidates.isEmpty
  }
}

extension Suggestions {
  /// A notice about the article's language, for a person; nil if there is no need for one.
  public var directionNotice: String? {
    switch direction {
    case .asAsked: nil
    case .reversed: "\(title) is in \(pair.source.englishName): the pair is \(pair)"
    case .foreign(let language):
      "\(title) seems to be in \(language.englishName), which is neither language of \(pair)"
    }
  }

  private var title: String { file == "-" ? "the text" : file }
}

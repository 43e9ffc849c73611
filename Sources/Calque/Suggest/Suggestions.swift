public import CalqueModel

/// What the glossaries and memories have to say about an article.
public struct Suggestions: Sendable {
  /// Who said when the article was written.
  public enum DateOrigin: Sendable {
    /// Whoever asked.
    case asked
    /// The article, at its beginning.
    case article
    /// Nobody: it is taken for today's.
    case today
  }

  /// What the article's language has to do with the pair that was asked for.
  public enum Direction: Hashable, Sendable {
    /// The article is in the source language, as far as anybody can tell.
    case asAsked
    /// The article is in the other language of the only pair that the store holds, and the pair was
    /// turned round.
    case reversed
    /// The article is in neither language.
    case foreign(LanguageTag)
  }

  /// A sentence of the article.
  public struct Sentence: Hashable, Sendable {
    /// Its bytes in the text.
    public let range: Range<Int>
    /// The line where it starts, from 1.
    public let line: Int
    /// The column where it starts, in Unicode scalars, from 1.
    public let column: Int
    /// Its text.
    public let text: String
    /// Whether it belongs to the web page, not to the article: `Lire aussi …`.
    public let isBoilerplate: Bool
  }

  /// A match for a sentence.
  public struct SentenceMatch: Sendable {
    /// The sentence, by its number from 0.
    public let sentence: Int
    /// The match.
    public let match: MatchAnswer
  }

  /// The file as it was named; `-` for standard input.
  public let file: String
  /// The languages asked in and answered in.
  public let pair: LanguagePair
  /// What the article's language has to do with the pair.
  public let direction: Direction
  /// When the article was written.
  public let date: PartialDate
  /// Who said so.
  public let dateOrigin: DateOrigin
  /// The glossaries that were asked, in their order.
  public let glossaries: [String]
  /// The memories that were asked, in their order.
  public let memories: [String]
  /// The lowest score of a match.
  public let minimum: Int
  /// The article's sentences, in order.
  public let sentences: [Sentence]
  /// The terms found, by place, the longest first at each place.
  public let terms: [TermAnswer]
  /// The matches found, sentence by sentence, best first.
  public let matches: [SentenceMatch]

  /// Whether nothing was found.
  public var isEmpty: Bool { terms.isEmpty && matches.isEmpty }
}

extension Suggestions {
  /// What a person has to know of the article's language before reading on; nil for nothing.
  public var directionNotice: String? {
    switch direction {
    case .asAsked: nil
    case .reversed: "\(title) is in \(pair.source.englishName): the pair is \(pair)"
    case .foreign(let language):
      "\(title) seems to be in \(language.englishName), which is neither language of \(pair)"
    }
  }

  private var title: String { file == "-" ? "the text" : file }

  /// The suggestions as one line of JSON, without the line's end.
  public var json: String {
    var json = JSONText()
    json.object { json in
      json.member("file", file)
      json.member("pair", pair.description)
      json.member("date", date.written)
      json.name("terms")
      json.array { json in for term in terms { term.write(to: &json) } }
      json.name("matches")
      json.array { json in
        for match in matches {
          json.object { json in
            sentences[match.sentence].writePlace(to: &json)
            json.member("segment", sentences[match.sentence].text)
            match.match.writeMembers(to: &json)
          }
        }
      }
      json.name("candidates")
      json.array { _ in }
      json.name("skipped")
      json.array { json in
        for sentence in sentences where sentence.isBoilerplate {
          json.object { json in
            sentence.writePlace(to: &json)
            json.member("text", sentence.text)
          }
        }
      }
    }
    return json.text
  }
}

extension Suggestions.Sentence {
  fileprivate func writePlace(to json: inout JSONText) {
    json.member("start", range.lowerBound)
    json.member("end", range.upperBound)
    json.member("line", line)
    json.member("column", column)
  }
}

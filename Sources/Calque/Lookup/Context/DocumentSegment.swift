import CalqueDocuments
public import CalqueModel

/// A sentence of a document that is looked up, with what stands around it.
public struct DocumentSegment: Hashable, Sendable {
  /// The sentence.
  public let text: String
  /// The sentences before and after.
  public let context: SegmentContext
  /// The place of the sentence.
  public let place: Place

  /// A place in the text of a document.
  public struct Place: Hashable, Sendable {
    /// The bytes of the sentence in the document's text.
    public let range: Range<Int>
    /// The line of the start, from 1.
    public let line: Int
    /// The column of the start, in Unicode scalars, from 1.
    public let column: Int
  }

  /// Joins a sentence, its neighbours and its place.
  public init(text: String, context: SegmentContext, place: Place) {
    self.text = text
    self.context = context
    self.place = place
  }
}

/// The sentences of a document, for lookups one after the other.
public struct DocumentSegments: Sendable {
  /// The sentences, in order.
  public let segments: [DocumentSegment]
  /// What is to be said about the document's file: its encoding.
  public let warnings: [String]
}

extension Workspace {
  /// The sentences of a document, for lookups one after the other.
  ///
  /// Plain text, HTML, Markdown, DOCX and ODT are read. Datelines and the lines that a web page put
  /// between the paragraphs are passed over.
  ///
  ///     let document = try workspace.segments(ofFile: "article.txt", language: pair.source)
  ///     for segment in document.segments {
  ///       let answer = try lookup.answer(to: segment)
  ///     }
  ///
  /// - Parameters:
  ///   - file: the document.
  ///   - language: its language.
  /// - Returns: the sentences.
  /// - Throws: `WorkspaceError` of the kind `file` if the file is no document.
  public func segments(
    ofFile file: String, language: LanguageTag
  ) throws(WorkspaceError) -> DocumentSegments {
    let document = try DocumentText.contents(of: file)
    let sentences = Suggestions.Sentence.sentences(of: document.text, in: language)
      .filter(\.isLookedUp)
    let contexts = SegmentContext.contexts(of: sentences.map(\.text))
    let segments = zip(sentences, contexts).map { sentence, context in
      DocumentSegment(
        text: sentence.text, context: context,
        place: DocumentSegment.Place(
          range: sentence.range, line: sentence.line, column: sentence.column))
    }
    return DocumentSegments(segments: segments, warnings: document.warnings)
  }
}

extension Lookup {
  /// The answer to a sentence of a document, with its place in it.
  ///
  /// - Throws: `WorkspaceError` if the store cannot be read.
  public func answer(to segment: DocumentSegment) throws(WorkspaceError) -> LookupAnswer {
    var answer = try answer(segment.text, in: segment.context)
    answer.place = segment.place
    return answer
  }
}

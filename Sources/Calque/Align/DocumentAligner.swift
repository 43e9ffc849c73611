import CalqueAlign
import CalqueDocuments
import CalqueFormats
public import CalqueModel
import CalqueSystem

/// Aligns documents with their translations, sentence by sentence.
///
///     let aligner = try workspace.documentAligner(pair: pair)
///     let document = try aligner.align(DocumentPair(source: "a.fr.txt", target: "a.en.txt"))
public struct DocumentAligner: Sendable {
  /// The two languages.
  public var pair: LanguagePair
  /// Whether each line of a document is already a sentence.
  public var isPresegmented: Bool
  /// The encoding of the documents' files; nil to find it.
  public var encoding: String?
  /// The rules of segmentation; nil for Calque's own.
  public var segmentation: SegmentationFile?
  /// Aligns the sentences.
  let sentences: any SentenceAligner

  /// Creates an aligner of two languages, which knows the words that come with Calque.
  ///
  /// Where there is a workspace, `Workspace.documentAligner(pair:)` knows the words of its memories
  /// and the terms of its glossaries as well.
  public init(pair: LanguagePair, isPresegmented: Bool = false) {
    let lexicon = BilingualLexicon.shipped(for: pair)
    self.init(
      pair: pair, isPresegmented: isPresegmented,
      sentences: LexicalAligner(lexicons: lexicon.map { [$0] } ?? []))
  }

  init(pair: LanguagePair, isPresegmented: Bool, sentences: any SentenceAligner) {
    self.pair = pair
    self.isPresegmented = isPresegmented
    self.sentences = sentences
  }

  /// Aligns one document.
  ///
  /// - Throws: `WorkspaceError` of the kind `file` if a side is missing, is no document, is empty, or
  ///   is surely in another language than the pair's.
  public func align(_ document: DocumentPair) throws(WorkspaceError) -> AlignedDocument {
    aligned([try read(document)])[0]
  }

  /// Aligns a document and its translation, given as texts.
  ///
  ///     let document = try aligner.align(source: french, target: english)
  ///     for unit in document.units(minConfidence: 0.9) { print(unit.variants.map(\.text)) }
  ///     try workspace.add(aligned: document, into: "stories")
  ///
  /// A blank text is a text without sentences: each sentence of the other text is then linked with
  /// nothing. A blank file is an error of `align(_:)`, because it is no document.
  ///
  /// - Parameters:
  ///   - source: the document.
  ///   - target: the document's translation.
  ///   - name: the name that the units give as their document.
  /// - Returns: the sentences of both texts, and the links between them.
  /// - Throws: `WorkspaceError` of the kind `request` if a text is surely in another language than
  ///   the pair's; the message says which of the two.
  public func align(
    source: String, target: String, named name: String = "text"
  ) throws(WorkspaceError) -> AlignedDocument {
    try align(
      source: source, target: target, of: DocumentPair(name: name, source: nil, target: nil))
  }

  /// Aligns two texts that a document's files hold.
  func align(
    source: String, target: String, of document: DocumentPair
  ) throws(WorkspaceError) -> AlignedDocument {
    aligned([try segmented(source: source, target: target, of: document)])[0]
  }

  /// The sentences of a document and its translation.
  struct Segmented: Sendable {
    let name: String
    let source: Segments
    let target: Segments
    var warnings: [String] = []
    /// How sure it is that the two are a document and its translation.
    var confidence = 1.0
  }

  func read(_ document: DocumentPair) throws(WorkspaceError) -> Segmented {
    let source = try text(of: document.source, beside: document.target, in: pair.source)
    let target = try text(of: document.target, beside: document.source, in: pair.target)
    var segmented = try segmented(source: source.text, target: target.text, of: document)
    segmented.warnings = source.warnings + target.warnings
    segmented.confidence = document.confidence
    return segmented
  }

  private func segmented(
    source: String, target: String, of document: DocumentPair
  ) throws(WorkspaceError) -> Segmented {
    if let error = contradiction(source: source, target: target, of: document) { throw error }
    return Segmented(
      name: document.name, source: try segments(source, isSource: true),
      target: try segments(target, isSource: false))
  }

  /// Aligns documents, which teach each other their words.
  func aligned(
    _ documents: [Segmented], _ parallel: any ParallelMap = SerialMap()
  ) -> [AlignedDocument] {
    let pairs = documents.map { document in
      AlignmentPair(
        AlignmentText(document.source.texts, paragraphs: document.source.paragraphs),
        AlignmentText(document.target.texts, paragraphs: document.target.paragraphs))
    }
    let found = sentences.align(pairs, parallel)
    return zip(documents, found).map { document, found in
      let beads = found.map { $0.inDocument(ofConfidence: document.confidence) }
      var aligned = AlignedDocument(
        name: document.name, pair: pair, source: document.source.all, target: document.target.all,
        links: AlignedLink.links(beads, source: document.source, target: document.target))
      aligned.sourceParagraphs = document.source.allParagraphs.map { $0 + 1 }
      aligned.warnings = document.warnings
      return aligned
    }
  }

  private func text(
    of file: String?, beside other: String?, in language: LanguageTag
  ) throws(WorkspaceError) -> Document {
    guard let file else {
      throw .file(
        FormatError(
          place: SourcePlace(file: other ?? ""), message: "its \(language) side is missing"),
        readable: nil)
    }
    return try DocumentText.read(file, encoding: encoding)
  }

  private func segments(
    _ text: String, isSource: Bool
  ) throws(WorkspaceError) -> Segments {
    if isPresegmented { return Segments(linesOf: text) }
    if let segmentation {
      return Segments(try segmentation.sentences(in: text, isSource: isSource), of: text)
    }
    return Segments(sentencesOf: text, in: isSource ? pair.source : pair.target)
  }

  /// The settings on which the beads depend, in words.
  var settings: [String] {
    [
      "aligner \(CalqueVersion.current)", pair.description,
      isPresegmented ? "lines" : "sentences", "encoding \(encoding ?? "found")",
      "rules \(segmentation?.mark ?? "own")",
    ]
  }
}

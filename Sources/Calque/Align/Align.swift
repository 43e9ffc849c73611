import CalqueAlign
import CalqueFormats
public import CalqueModel
import CalqueSystem

/// Aligns documents with their translations, sentence by sentence.
///
///     let aligner = DocumentAligner(pair: pair)
///     let document = try aligner.align(DocumentPair(source: "a.fr.txt", target: "a.en.txt"))
public struct DocumentAligner: Sendable {
  /// The two languages.
  public var pair: LanguagePair
  /// Whether each line of a document is already a sentence.
  public var isPresegmented: Bool

  /// Creates an aligner of two languages.
  public init(pair: LanguagePair, isPresegmented: Bool = false) {
    self.pair = pair
    self.isPresegmented = isPresegmented
  }

  /// Aligns one document.
  ///
  /// - Throws: `WorkspaceError` of the kind `file` if a side is missing, is not UTF-8, is empty, or
  ///   is surely in another language than the pair's.
  public func align(_ document: DocumentPair) throws(WorkspaceError) -> AlignedDocument {
    let sourceText = try text(of: document.source, beside: document.target, in: pair.source)
    let targetText = try text(of: document.target, beside: document.source, in: pair.target)
    return try align(source: sourceText, target: targetText, of: document)
  }

  /// Aligns a document and its translation, given as texts.
  ///
  ///     let document = try aligner.align(source: french, target: english)
  ///     for unit in document.units(minConfidence: 0.9) { print(unit.variants.map(\.text)) }
  ///
  /// - Parameters:
  ///   - source: the document.
  ///   - target: the document's translation.
  ///   - name: the name that the units give as their document.
  /// - Returns: the sentences of both texts, and the links between them.
  /// - Throws: `WorkspaceError` if a text is surely in another language than the pair's.
  public func align(
    source: String, target: String, named name: String = "text"
  ) throws(WorkspaceError) -> AlignedDocument {
    try align(
      source: source, target: target, of: DocumentPair(name: name, source: nil, target: nil))
  }

  private func align(
    source sourceText: String, target targetText: String, of document: DocumentPair
  ) throws(WorkspaceError) -> AlignedDocument {
    try check(sourceText, of: document.source ?? document.name, in: pair)
    try check(targetText, of: document.target ?? document.name, in: pair.reversed)
    let source = segments(sourceText, in: pair.source)
    let target = segments(targetText, in: pair.target)
    let beads = LengthAligner().align(
      AlignmentText(source.texts, paragraphs: source.paragraphs),
      AlignmentText(target.texts, paragraphs: target.paragraphs))
    return AlignedDocument(
      name: document.name, pair: pair, source: source.all, target: target.all,
      links: AlignedLink.links(beads, source: source, target: target))
  }

  private func text(
    of file: String?, beside other: String?, in language: LanguageTag
  ) throws(WorkspaceError) -> String {
    guard let file else {
      throw .file(
        FormatError(
          place: SourcePlace(file: other ?? ""), message: "its \(language) side is missing"),
        readable: nil)
    }
    return try DocumentText.read(file)
  }

  /// Refuses a text that is surely not in the source language of a pair.
  private func check(
    _ text: String, of file: String?, in pair: LanguagePair
  ) throws(WorkspaceError) {
    let found: LanguageTag
    switch TextDirection(of: text, in: pair) {
    case .source: return
    case .target: found = pair.target
    case .foreign(let language): found = language
    }
    throw .file(
      FormatError(
        place: SourcePlace(file: file ?? ""),
        message: "is in \(found.englishName), not in \(pair.source.englishName)",
        remedy: .namePair),
      readable: nil)
  }

  private func segments(_ text: String, in language: LanguageTag) -> Segments {
    isPresegmented ? Segments(linesOf: text) : Segments(sentencesOf: text, in: language)
  }

  /// Aligns many documents on several threads; a document that fails does not stop the others.
  ///
  /// - Parameters:
  ///   - documents: the documents.
  ///   - jobs: the number of documents that are aligned at the same time.
  ///   - each: takes the results one after the other, in the documents' order; its error ends the
  ///     work.
  /// - Throws: the error of `each`.
  public func align<E: Error>(
    _ documents: [DocumentPair], jobs: Int = 1,
    each: (DocumentPair, Result<AlignedDocument, WorkspaceError>) throws(E) -> Void
  ) throws(E) {
    try OrderedWork(jobs: jobs).run(documents) { _, document throws(WorkspaceError) in
      try align(document)
    } each: { document, result throws(E) in
      try each(document, result)
    }
  }
}

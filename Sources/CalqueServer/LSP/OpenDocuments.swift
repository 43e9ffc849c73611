import Calque
import CalqueModel
import CalqueSystem

/// A document that an editor has open.
final class OpenDocument {
  let uri: DocumentURI
  var version: Int?
  var document: TextDocument {
    didSet { suggestions = nil }
  }
  /// The terms and sentences of the text; nil until they are asked for.
  var suggestions: Suggestions?

  init(_ uri: DocumentURI, version: Int?, text: String) {
    self.uri = uri
    self.version = version
    document = TextDocument(text)
  }
}

/// A source text and its translation beside each other: `story.fr.txt` and `story.en.txt`.
struct DocumentCouple {
  /// One of the two.
  struct Side {
    let uri: DocumentURI
    let document: TextDocument
    /// The document in the editor; nil if it was read from its file.
    let open: OpenDocument?
  }

  let pair: LanguagePair
  let source: Side
  let target: Side
}

/// The documents that an editor has open, and the files beside them.
struct OpenDocuments {
  private var documents: [String: OpenDocument] = [:]

  /// The document with a URI.
  subscript(_ uri: DocumentURI) -> OpenDocument? {
    get { documents[uri.key] }
    set { documents[uri.key] = newValue }
  }

  /// All open documents, in the order of their URIs.
  var all: [OpenDocument] { documents.sorted { $0.key < $1.key }.map(\.value) }

  /// The document in the other language; nil if there is none.
  ///
  /// An open one is taken as the editor shows it, another one is read from its file.
  func couple(of document: OpenDocument, _ pair: LanguagePair) -> DocumentCouple? {
    guard let language = document.uri.language(of: pair) else { return nil }
    let own = DocumentCouple.Side(
      uri: document.uri, document: document.document, open: document)
    guard let other = document.uri.siblings(in: pair).lazy.compactMap(side).first else {
      return nil
    }
    return language.primary == pair.source.primary
      ? DocumentCouple(pair: pair, source: own, target: other)
      : DocumentCouple(pair: pair, source: other, target: own)
  }

  private func side(_ uri: DocumentURI) -> DocumentCouple.Side? {
    if let open = self[uri] {
      return DocumentCouple.Side(uri: uri, document: open.document, open: open)
    }
    guard let path = uri.path, let status = FileStatus(path), status.kind == .file,
      status.size <= RPCFraming.maximumSize, let bytes = try? Files.read(path),
      var text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return DocumentCouple.Side(uri: uri, document: TextDocument(text), open: nil)
  }
}

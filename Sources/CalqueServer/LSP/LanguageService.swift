import Calque
package import CalqueModel
import CalqueSystem

/// A session of the Language Server Protocol (version 3.17): the desk's words in an editor.
///
/// A document's language is in its name, `story.fr.txt`, or else in its text. Where the document in the
/// other language stands beside it, the two are a source and its translation: the translation is
/// checked, and completed from the source.
package final class LanguageService: RPCService {
  /// The notification that takes a request back.
  package static let cancellation = RPCServer.Cancellation(
    method: "$/cancelRequest", member: "id")

  /// The command that puts a translation into a text.
  static let insertTranslation = "calque.insertTranslation"

  /// The stages of a session.
  enum Stage { case new, initialised, shutDown, ended }

  let output: RPCOutput
  private let storePath: String?
  private(set) var stage = Stage.new
  /// Whether the session was ended in order.
  package private(set) var isOrderly = false

  var client = ClientFeatures(nil)
  var documents = OpenDocuments()
  /// The questions to the store; nil before the session is initialised.
  private(set) var desk: LanguageDesk?
  /// The documents whose diagnostics are to be found, the first first.
  var unchecked: [DocumentURI] = []
  /// What was found in each translation.
  var checks: [String: CheckedDocument] = [:]
  /// The last thing said to the user, so that it is not said over and over.
  var said = ""

  /// Prepares a session.
  ///
  /// - Parameters:
  ///   - storePath: the store; nil for the one that the editor's folder leads to.
  ///   - output: takes notifications.
  package init(storePath: String?, output: RPCOutput) {
    self.storePath = storePath
    self.output = output
  }

  package var isEnded: Bool { stage == .ended }
  package var hasRest: Bool { !unchecked.isEmpty }

  package func rest() {
    guard !unchecked.isEmpty else { return }
    let uri = unchecked.removeFirst()
    if let document = documents[uri] { check(document) }
  }

  // MARK: Requests

  package func answer(
    _ request: RPCRequest, commits: () -> Bool
  ) throws(RPCError) -> JSONValue {
    switch (stage, request.method) {
    case (.new, "initialize"): return try initialise(request.parameters)
    case (.new, _): throw .notInitialised
    case (.shutDown, _), (.ended, _):
      throw .invalidRequest("the session is shut down; only exit is taken")
    case (.initialised, "shutdown"):
      stage = .shutDown
      unchecked = []
      return .null
    case (.initialised, "textDocument/hover"): return try hover(request.parameters)
    case (.initialised, "textDocument/completion"): return try completion(request.parameters)
    case (.initialised, "textDocument/codeAction"): return try actions(request.parameters)
    case (.initialised, "workspace/executeCommand"): return try execute(request.parameters)
    case (.initialised, "initialize"):
      throw .invalidRequest("the session is initialised already")
    case (.initialised, _): throw .unknownMethod(request.method)
    }
  }

  private func initialise(_ parameters: JSONValue) throws(RPCError) -> JSONValue {
    var surroundings = Surroundings.ofProcess
    let root =
      parameters["workspaceFolders"]?.items?.first?["uri"]?.text ?? parameters["rootUri"]?.text
    if let folder = root.flatMap({ DocumentURI($0).path }) ?? parameters["rootPath"]?.text {
      surroundings.folder = folder
    }
    do throws(WorkspaceError) {
      let location = try StoreLocation.find(named: storePath, in: surroundings)
      desk = LanguageDesk(try Workspace(opening: location))
    } catch { throw .failed(Self.text(of: error)) }
    client = ClientFeatures(parameters["capabilities"])
    stage = .initialised
    return [
      "capabilities": [
        "positionEncoding": .string(client.encoding.rawValue),
        // 2: changes are sent in parts; a change without a range is the whole text.
        "textDocumentSync": ["openClose": true, "change": 2, "save": true],
        "hoverProvider": true,
        "completionProvider": ["resolveProvider": false],
        "codeActionProvider": ["codeActionKinds": ["quickfix", "refactor.rewrite"]],
        "executeCommandProvider": ["commands": [.string(Self.insertTranslation)]],
      ],
      "serverInfo": ["name": "calque", "version": .string(CalqueVersion.current)],
    ]
  }

  // MARK: Notifications

  package func take(_ notification: RPCNotification) {
    switch notification.method {
    case "exit":
      isOrderly = stage == .shutDown
      stage = .ended
    case _ where stage != .initialised: break
    case "textDocument/didOpen": open(notification.parameters["textDocument"])
    case "textDocument/didChange": change(notification.parameters)
    case "textDocument/didClose": close(notification.parameters["textDocument"])
    case "textDocument/didSave":
      if let uri = uri(of: notification.parameters), let document = documents[uri] {
        expectCheck(of: document)
      }
    default: break
    }
  }

  private func open(_ item: JSONValue?) {
    guard let uri = item?["uri"]?.text.map(DocumentURI.init), let text = item?["text"]?.text else {
      return say("a document without 'uri' or 'text' was not opened")
    }
    let document = OpenDocument(uri, version: item?["version"]?.integer, text: text)
    documents[uri] = document
    expectCheck(of: document)
  }

  private func change(_ parameters: JSONValue) {
    guard let uri = uri(of: parameters), let document = documents[uri] else {
      return say("a change of a document that is not open was passed over")
    }
    document.version = parameters["textDocument"]?["version"]?.integer
    for change in parameters["contentChanges"]?.items ?? [] {
      guard let text = change["text"]?.text else {
        say("a change without 'text' was passed over; save the document and open it again")
        continue
      }
      guard let range = change["range"], range != .null else {
        document.document = TextDocument(text)
        continue
      }
      guard let bytes = bytes(of: range, in: document) else {
        say("a change with a wrong 'range' was passed over; open the document again")
        continue
      }
      document.document.replace(bytes, with: text)
    }
    expectCheck(of: document)
  }

  private func close(_ item: JSONValue?) {
    guard let uri = item?["uri"]?.text.map(DocumentURI.init), documents[uri] != nil else { return }
    documents[uri] = nil
    checks[uri.key] = nil
    unchecked.removeAll { $0.key == uri.key }
    publish([], for: uri, version: nil)
  }

  // MARK: Parameters

  func uri(of parameters: JSONValue) -> DocumentURI? {
    parameters["textDocument"]?["uri"]?.text.map(DocumentURI.init)
  }

  /// The document that a request names.
  func document(_ uri: DocumentURI?) throws(RPCError) -> OpenDocument {
    guard let uri else { throw .invalidParameters("'textDocument' has no 'uri'") }
    guard let document = documents[uri] else {
      throw .invalidParameters("\(uri.written) is not open; send textDocument/didOpen first")
    }
    return document
  }

  /// The document and the offset that a request names.
  func place(_ parameters: JSONValue) throws(RPCError) -> (OpenDocument, Int) {
    let document = try document(uri(of: parameters))
    guard let position = TextPosition(parameters["position"]) else {
      throw .invalidParameters("'position' has a 'line' and a 'character', from 0")
    }
    return (document, document.document.offset(of: position, client.encoding))
  }

  /// The bytes of a range; nil if it is none.
  func bytes(of range: JSONValue?, in document: OpenDocument) -> Range<Int>? {
    guard let start = TextPosition(range?["start"]), let end = TextPosition(range?["end"]) else {
      return nil
    }
    let (first, last) = (
      document.document.offset(of: start, client.encoding),
      document.document.offset(of: end, client.encoding)
    )
    return first <= last ? first..<last : nil
  }

  /// The questions to the store.
  func opened() throws(RPCError) -> LanguageDesk {
    guard let desk else { throw .notInitialised }
    return desk
  }

  // MARK: Messages

  /// Asks the store, and gives its error to the editor.
  func asking<T>(_ body: () throws(WorkspaceError) -> T) throws(RPCError) -> T {
    do throws(WorkspaceError) { return try body() } catch { throw .failed(Self.text(of: error)) }
  }

  /// Says something in the editor's log, unless it was said just before.
  func say(_ message: String) {
    if message == said { return }
    said = message
    // 2: a warning.
    output.notify("window/logMessage", ["type": 2, "message": .string("calque: " + message)])
  }

  /// An error in the words of a person at an editor.
  static func text(of error: WorkspaceError) -> String {
    error.text { remedy in
      switch remedy {
      case .makeStore: "make one with: calque init"
      case .choosePair, .namePair, .importFirst: "say pair = \"fr-en\" in calque.toml"
      default: remedy.description
      }
    }
  }
}

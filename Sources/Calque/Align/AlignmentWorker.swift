import CalqueModel

/// Aligns documents for another program: a line of JSON in, a line of JSON out.
///
///     let worker = AlignmentWorker(DocumentAligner(pair: pair))
///     worker.answer(#"{"id":"a","source":"Le sommet est fini.","target":"The summit is over."}"#)
///
/// A request names its texts, or the files of its texts:
///
///     {"id":"a","source":"…","target":"…"}
///     {"id":"b","source_file":"b.fr.txt","target_file":"b.en.txt"}
///
/// An answer repeats the id, and holds the sentences and their beads, or an error:
///
///     {"id":"a","beads":[{"source":[0],"target":[0],"confidence":0.9731}],
///      "sentences":{"source":["…"],"target":["…"]}}
///     {"id":"b","error":"b.fr.txt: no such file"}
///
/// Each document is aligned by itself, so that an answer does not depend on the requests before.
public struct AlignmentWorker: Sendable {
  /// The answer to a request.
  public struct Answer: Sendable {
    /// The answer as JSON, without a line break.
    public let json: String
    /// Whether the request could not be answered with beads.
    public let isError: Bool
  }

  private let aligner: DocumentAligner

  /// A worker for one pair of languages.
  public init(_ aligner: DocumentAligner) { self.aligner = aligner }

  /// The answer to a request.
  ///
  /// - Parameter line: a JSON object.
  /// - Returns: the answer; an error if the line is no request or its texts cannot be aligned.
  public func answer(_ line: String) -> Answer {
    guard let request = JSONValue(line), case .object = request else {
      return refusal("the line is not a JSON object", id: nil)
    }
    let id = request["id"]
    do throws(WorkspaceError) {
      return Answer(json: Self.json(try document(of: request), id: id), isError: false)
    } catch {
      return refusal(error.description, id: id)
    }
  }

  /// The answer to a line that cannot be read.
  ///
  /// - Parameter message: the reason.
  /// - Returns: an error, without an id.
  public func refusal(_ message: String) -> Answer { refusal(message, id: nil) }

  private func refusal(_ message: String, id: JSONValue?) -> Answer {
    var json = JSONText()
    json.object { json in
      json.name("id")
      json.value(id ?? .null)
      json.member("error", message)
    }
    return Answer(json: json.text, isError: true)
  }

  private func document(of request: JSONValue) throws(WorkspaceError) -> AlignedDocument {
    let texts = (request["source"], request["target"])
    let files = (request["source_file"], request["target_file"])
    switch (texts, files) {
    case ((.string(let source)?, .string(let target)?), (nil, nil)):
      return try aligner.align(source: source, target: target)
    case ((nil, nil), (.string(let source)?, .string(let target)?)):
      return try aligner.align(DocumentPair(source: source, target: target))
    default:
      throw .usage(
        "a request holds the texts \"source\" and \"target\", or the paths \"source_file\" and "
          + "\"target_file\"")
    }
  }

  private static func json(_ document: AlignedDocument, id: JSONValue?) -> String {
    var json = JSONText()
    json.object { json in
      json.name("id")
      json.value(id ?? .null)
      document.writeMembers(to: &json)
    }
    return json.text
  }
}

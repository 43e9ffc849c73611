import Calque
import CalqueModel

extension LanguageService {
  /// A text that may be put in place of a stretch.
  private struct Insertion {
    let range: Range<Int>
    let text: String
    let title: String
    var kind = "refactor.rewrite"
    var isPreferred = false
  }

  /// The maximum number of renderings that are offered for a term.
  private static let maximumRenderings = 5

  // MARK: Code actions

  /// What may be put in at a place: what a finding expects, renderings of the term, matches.
  func actions(_ parameters: JSONValue) throws(RPCError) -> JSONValue {
    let document = try document(uri(of: parameters))
    guard let bytes = bytes(of: parameters["range"], in: document) else {
      throw .invalidParameters("'range' has a 'start' and an 'end'")
    }
    let kinds = parameters["context"]?["only"]?.items?.compactMap(\.text)
    let insertions = try insertions(document, bytes).filter { insertion in
      kinds?.contains { insertion.kind == $0 || insertion.kind.hasPrefix($0 + ".") } ?? true
    }
    return .array(insertions.map { action($0, in: document) })
  }

  private func action(_ insertion: Insertion, in document: OpenDocument) -> JSONValue {
    let range = document.document.range(insertion.range, client.encoding)
    guard client.takesActions else {
      return [
        "title": .string(insertion.title), "command": .string(Self.insertTranslation),
        "arguments": [.string(document.uri.written), range, .string(insertion.text)],
      ]
    }
    return [
      "title": .string(insertion.title), "kind": .string(insertion.kind),
      "isPreferred": .boolean(insertion.isPreferred),
      "edit": edit(insertion.text, at: range, in: document.uri),
    ]
  }

  private func edit(_ text: String, at range: JSONValue, in uri: DocumentURI) -> JSONValue {
    let edits: JSONValue = [["range": range, "newText": .string(text)]]
    return ["changes": .object([(name: uri.written, value: edits)])]
  }

  private func insertions(
    _ document: OpenDocument, _ bytes: Range<Int>
  ) throws(RPCError) -> [Insertion] {
    let desk = try opened()
    return try asking { () throws(WorkspaceError) -> [Insertion] in
      let pair = try desk.namedPair(of: document.uri)
      if let couple = documents.couple(of: document, pair), couple.target.uri == document.uri {
        return fixes(document, bytes)
          + (try matches(for: couple, at: bytes.lowerBound, desk))
      }
      return try translations(document, bytes.lowerBound, desk)
    }
  }

  /// What the findings at a place expect.
  private func fixes(_ document: OpenDocument, _ bytes: Range<Int>) -> [Insertion] {
    guard let checked = checks[document.uri.key],
      checked.couple.target.document.text == document.document.text
    else { return [] }
    return checked.report.findings.flatMap { finding -> [Insertion] in
      let place = finding.target.range
      let isThere =
        place.overlaps(bytes) || place.contains(bytes.lowerBound)
        || place.upperBound == bytes.lowerBound
      // The place of a missing term is the whole segment, which nothing replaces.
      guard isThere, finding.rule != .missing, finding.rule != .metonym else { return [] }
      return finding.expected.prefix(Self.maximumRenderings).enumerated().map { number, text in
        Insertion(
          range: place, text: text, title: "Replace with: \(text)", kind: "quickfix",
          isPreferred: number == 0)
      }
    }
  }

  /// The memory's translations of the source segment that belongs to a place.
  private func matches(
    for couple: DocumentCouple, at offset: Int, _ desk: LanguageDesk
  ) throws(WorkspaceError) -> [Insertion] {
    guard let segment = counterpart(of: offset, in: couple) else { return [] }
    let own = checks[couple.target.uri.key]?.report.pairs.first {
      $0.source.range == segment && $0.target.range.contains(offset)
    }
    let matches = try desk.matches(couple.source.document.text(segment), couple.pair)
    return matches.map {
      Insertion(
        range: own?.target.range ?? offset..<offset, text: $0.target,
        title: "Insert translation (\($0.score) %): \($0.target)")
    }
  }

  /// The renderings of the term at a place, and the memory's translations of its sentence.
  private func translations(
    _ document: OpenDocument, _ offset: Int, _ desk: LanguageDesk
  ) throws(WorkspaceError) -> [Insertion] {
    let suggestions = try desk.suggestions(of: document)
    var insertions: [Insertion] = []
    for term in suggestions.terms(at: offset).prefix(2) {
      insertions += term.translations.filter { $0.status != .forbidden }
        .prefix(Self.maximumRenderings).map {
          Insertion(
            range: term.start..<term.end, text: $0.text,
            title: "Insert translation of \(term.term): \($0.text)")
        }
    }
    if let sentence = suggestions.sentence(at: offset) {
      insertions += try desk.matches(sentence.text, suggestions.pair).map {
        Insertion(
          range: sentence.range, text: $0.target,
          title: "Insert translation (\($0.score) %): \($0.target)")
      }
    }
    // Two glossaries may have the same rendering.
    return insertions.unique { $0.title }
  }

  // MARK: The command

  /// Puts a translation into a document; the editor is asked for the edit.
  ///
  /// The arguments are `[uri, range]` for the best one there is, or `[uri, range, text]`.
  func execute(_ parameters: JSONValue) throws(RPCError) -> JSONValue {
    guard let command = parameters["command"]?.text, command == Self.insertTranslation else {
      throw .invalidParameters("the only command is \(Self.insertTranslation)")
    }
    let arguments = parameters["arguments"]?.items ?? []
    guard arguments.count == 2 || arguments.count == 3, let uri = arguments[0].text else {
      throw .invalidParameters("the arguments are a URI, a range, and perhaps a text")
    }
    let document = try document(DocumentURI(uri))
    guard let bytes = bytes(of: arguments[1], in: document) else {
      throw .invalidParameters("the second argument is a range with 'start' and 'end'")
    }
    guard client.appliesEdits else { throw .failed("the editor takes no workspace/applyEdit") }
    let text: String
    var range = bytes
    if arguments.count == 3 {
      guard let given = arguments[2].text else {
        throw .invalidParameters("the third argument is a text")
      }
      text = given
    } else {
      guard let best = try insertions(document, bytes).first else {
        throw .failed("nothing translates this place: no term and no match is there")
      }
      (text, range) = (best.text, best.range)
    }
    output.call(
      "workspace/applyEdit",
      [
        "label": "Insert translation",
        "edit": edit(
          text, at: document.document.range(range, client.encoding), in: document.uri),
      ])
    return .null
  }
}

import Calque
import CalqueModel

extension LanguageService {
  /// The maximum number of completions.
  private static let maximumCompletions = 200

  /// A completion: its text, and what is said beside it.
  private struct Completion {
    let text: String
    let detail: String
    /// 1: a text; 15: a snippet, here a whole sentence.
    var kind = 1
  }

  /// Renderings for the word at a place.
  ///
  /// In a translation beside its source, they are the renderings of the source's terms, those of the
  /// nearest ones first. In another text, they are those of the terms in the line.
  func completion(_ parameters: JSONValue) throws(RPCError) -> JSONValue {
    let (document, offset) = try place(parameters)
    let desk = try opened()
    let text = document.document
    var completions = try asking { () throws(WorkspaceError) -> [Completion] in
      let pair = try desk.namedPair(of: document.uri)
      if let couple = documents.couple(of: document, pair), couple.target.uri == document.uri {
        return try self.completions(from: couple, at: offset, desk)
      }
      return try lineCompletions(document, at: offset, desk)
    }
    let isCut = completions.count > Self.maximumCompletions
    completions = Array(completions.prefix(Self.maximumCompletions))
    let range = text.range(text.wordStart(before: offset)..<offset, client.encoding)
    let items = completions.enumerated().map { number, completion -> JSONValue in
      let digits = String(number)
      return [
        "label": .string(completion.text), "kind": .number(completion.kind),
        "detail": .string(completion.detail),
        "sortText": .string(String(repeating: "0", count: max(0, 4 - digits.count)) + digits),
        "textEdit": ["range": range, "newText": .string(completion.text)],
      ]
    }
    return ["isIncomplete": .boolean(isCut), "items": .array(items)]
  }

  private func completions(
    from couple: DocumentCouple, at offset: Int, _ desk: LanguageDesk
  ) throws(WorkspaceError) -> [Completion] {
    let terms: [TermAnswer]
    if let open = couple.source.open {
      terms = try desk.suggestions(of: open).terms
    } else {
      terms = try desk.terms(of: couple.source.document, couple.pair)
    }
    var completions: [Completion] = []
    if let segment = counterpart(of: offset, in: couple) {
      let sentence = couple.source.document.text(segment)
      completions += try desk.matches(sentence, couple.pair).map(Self.completion)
    }
    let share =
      Double(offset) / Double(max(1, couple.target.document.size))
      * Double(couple.source.document.size)
    let nearest = terms.enumerated().sorted {
      let (a, b) = (
        abs(Double($0.element.start) - share), abs(Double($1.element.start) - share)
      )
      return (a, $0.offset) < (b, $1.offset)
    }.map(\.element)
    return (completions + nearest.flatMap(Self.completions)).unique { $0.text }
  }

  private func lineCompletions(
    _ document: OpenDocument, at offset: Int, _ desk: LanguageDesk
  ) throws(WorkspaceError) -> [Completion] {
    let suggestions = try desk.suggestions(of: document)
    let line = document.document.line(document.document.lineNumber(of: offset))
    var completions: [Completion] = []
    if let sentence = suggestions.sentence(at: offset) {
      completions += try desk.matches(sentence.text, suggestions.pair).map(Self.completion)
    }
    let terms = suggestions.terms.filter { line.contains($0.start) }
    return (completions + terms.flatMap(Self.completions)).unique { $0.text }
  }

  private static func completion(_ match: MatchAnswer) -> Completion {
    Completion(text: match.target, detail: "\(match.score) % · \(match.source)", kind: 15)
  }

  private static func completions(_ term: TermAnswer) -> [Completion] {
    term.translations.filter { $0.status != .forbidden }.map {
      Completion(text: $0.text, detail: "\(term.term) · \(term.glossary)")
    }
  }
}

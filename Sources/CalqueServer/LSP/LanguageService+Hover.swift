import Calque
import CalqueModel

extension LanguageService {
  /// The terms at a place with their renderings, and the best match for its sentence.
  func hover(_ parameters: JSONValue) throws(RPCError) -> JSONValue {
    let (document, offset) = try place(parameters)
    let desk = try opened()
    let hover = TermHover(isMarkdown: client.showsMarkdown)
    let suggestions = try asking { () throws(WorkspaceError) in
      try desk.suggestions(of: document)
    }
    let terms = suggestions.terms(at: offset)
    var paragraphs = terms.map(hover.lines)
    var range = terms.first.map { $0.start..<$0.end }
    if let sentence = suggestions.sentence(at: offset) {
      let matches = try asking { () throws(WorkspaceError) in
        try desk.matches(sentence.text, suggestions.pair)
      }
      if let match = matches.first { paragraphs.append(hover.lines(of: match)) }
      range = range ?? sentence.range
    }
    guard !paragraphs.isEmpty, let range else { return .null }
    return [
      "contents": [
        "kind": .string(client.showsMarkdown ? "markdown" : "plaintext"),
        "value": .string(hover.text(paragraphs)),
      ],
      "range": document.document.range(range, client.encoding),
    ]
  }
}

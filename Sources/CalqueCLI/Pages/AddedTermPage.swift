import Calque
import CalqueModel

/// The result of adding a term.
struct AddedTermPage {
  private let added: AddedTerm
  private let pair: LanguagePair

  init(_ added: AddedTerm, pair: LanguagePair) {
    self.added = added
    self.pair = pair
  }

  /// `Added to …`, `Changed in …: note replaced, domain politics` or `Known already in …`.
  var line: String {
    let glossary = "the glossary '\(TerminalText.escaped(added.glossary))'"
    switch added.outcome {
    case .added: return "Added to \(glossary) (\(pair))"
    case .changed(let changes):
      return "Changed in \(glossary): \(changes.map(words).joined(separator: ", "))"
    case .known:
      let status = added.status == .preferred ? "" : " as \(added.status.name)"
      return "Known already in \(glossary)\(status); nothing was stored"
    }
  }

  /// The advice on allowing a translation that the glossary forbids; nil if there is no need.
  var hint: String? {
    guard added.status == .forbidden, !added.isNew else { return nil }
    return "To use it all the same, say --status admitted or --status preferred."
  }

  private func words(_ change: AddedTerm.Change) -> String {
    switch change {
    case .status(let status): "now \(status.name)"
    case .note(let isReplaced): isReplaced ? "note replaced" : "note added"
    case .validity(let isReplaced): isReplaced ? "validity replaced" : "validity added"
    case .domain(let domain): "domain \(TerminalText.escaped(domain)) added"
    case .partOfSpeech(let speech): "part of speech \(TerminalText.escaped(speech))"
    case .gender(let gender): "gender \(TerminalText.escaped(gender))"
    }
  }
}

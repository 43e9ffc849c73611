import Calque
import CalqueModel

/// The result of adding a unit.
enum AddedPage {
  /// Prints the result; in JSON `{"unit":"12","memory":"my-memory","new":true}`.
  static func print(_ added: Added, pair: LanguagePair, asJSON: Bool) throws {
    if asJSON {
      var json = JSONText()
      json.object { json in
        json.member("unit", added.id.description)
        json.member("memory", added.resource)
        json.member("new", added.isNew)
      }
      return try Output.standard.line(json.text)
    }
    let name = TerminalText.escaped(added.resource)
    try Output.standard.line(
      added.isNew
        ? "Added to the memory '\(name)' (\(pair))"
        : "Known already in the memory '\(name)'; nothing was stored")
  }
}

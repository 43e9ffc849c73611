import Calque
import CalqueModel

/// The result of adding a unit.
enum AddedPage {
  /// A reason to doubt a unit, in words.
  static func text(of doubt: Doubt, _ pair: LanguagePair) -> String {
    switch doubt {
    case .swapped: "the sides seem swapped: the segment is not in \(pair.source)"
    case .language: "a side seems to be in another language than \(pair) says"
    case .identical: "both sides are the same text"
    }
  }

  /// Prints the result; in JSON `{"unit":"12","memory":"my-memory","new":true,"doubts":[]}`.
  static func print(_ added: Added, pair: LanguagePair, asJSON: Bool) throws {
    if added.isNew { Output.standard.hasStored("the unit is stored") }
    if asJSON {
      var json = JSONText()
      json.object { json in
        json.member("unit", added.id.description)
        json.member("memory", added.resource)
        json.member("new", added.isNew)
        json.member("doubts", added.doubts.map(\.rawValue))
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

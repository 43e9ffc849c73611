import CalqueAlign
import CalqueModel

/// The forms of a stretch that are worth showing: the commonest, and another that is common, too.
///
/// Forms that differ in capitals only are one.
struct RenderingForms {
  struct Shown {
    /// The number of units.
    var count: Int
    var weight: Int
    /// A unit with the commonest spelling.
    var example: RenderingVotes.Example
    var units: [UnitID]
    fileprivate let folded: String
  }

  /// The forms, the best first.
  let shown: [Shown]

  /// - Parameters:
  ///   - forms: the forms, the commonest first.
  ///   - hasAsked: whether some unit has the phrase as it was asked for; if not, the shorter form is
  ///     the better guess.
  ///   - form: the text of a form.
  init(_ forms: [RenderingVotes.Form], hasAsked: Bool, form: (UInt32) -> String) {
    var all: [Shown] = []
    for some in forms {
      guard let example = some.examples.first else { continue }
      let folded = some.words.map { form($0).lowercased() }.joined(separator: " ")
      if let place = all.firstIndex(where: { $0.folded == folded }) {
        all[place].count += some.count
        all[place].weight += some.weight
        all[place].units += some.examples.map(\.unit)
        // Of a word that is written in small letters, too, the capitals begin a sentence.
        if some.weight * 5 >= all[place].weight,
          some.words.allSatisfy({ form($0) == form($0).lowercased() })
        {
          all[place].example = example
        }
      } else {
        all.append(
          Shown(
            count: some.count, weight: some.weight, example: example,
            units: some.examples.map(\.unit), folded: folded))
      }
    }
    all.sort { ($0.weight, $1.folded) > ($1.weight, $0.folded) }
    var shown = all.prefix(2).filter { $0.weight * 4 >= all[0].weight }
    if !hasAsked, shown.count == 2, shown[1].folded.count < shown[0].folded.count {
      shown.swapAt(0, 1)
    }
    self.shown = shown.map { form in
      var form = form
      form.units = Array(form.units.prefix(5))
      return form
    }
  }
}

import Calque
import CalqueModel

/// Numbers and nouns in messages.
enum Wording {
  /// A number with thousands separators: `1,042`.
  static func number(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }

  /// A number with its noun: `1 unit`, `1,042 units`.
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(self.number(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// Languages: two as a pair in the form of `--pair`, any other number as a list.
  static func languages(_ languages: [LanguageTag]) -> String {
    guard languages.count == 2 else {
      return languages.map(\.written).joined(separator: ", ")
    }
    return "\(LanguagePair(source: languages[0], target: languages[1]))"
  }

  /// Names to choose from: `beads, tsv or tmx`.
  static func choice(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }

  /// What a translator has to check in a match: `aligned .62` if no person made the pair, and the
  /// differences that may change the meaning.
  static func warnings(_ match: MatchAnswer) -> [String] {
    (match.aligned.map { [aligned($0)] } ?? []) + flags(match)
  }

  /// What agrees around an equal text: `same previous and next`; nil if nothing does.
  static func context(_ match: MatchAnswer) -> String? {
    guard let last = match.context.last?.rawValue else { return nil }
    let others = match.context.dropLast().map(\.rawValue).joined(separator: ", ")
    return "same " + (others.isEmpty ? last : "\(others) and \(last)")
  }

  /// The confidence of an alignment with two decimals, rounded down: nothing looks surer than it is.
  static func aligned(_ confidence: Double) -> String { "aligned \(share(confidence))" }

  /// A share with two decimals, rounded down: `.62`, `1.0`.
  static func share(_ share: Double) -> String {
    let hundredths = Int(share * 100)
    let digits = Columns.right(String(hundredths), 2).replacing(" ", with: "0")
    return hundredths >= 100 ? "1.0" : ".\(digits)"
  }

  private static func flags(_ match: MatchAnswer) -> [String] {
    match.flags.map { flag in
      switch flag {
      case .typography: "typography"
      case .numbers: "numbers differ"
      case .dates: "dates differ"
      case .currencies: "currencies differ"
      case .percent: "percent and points differ"
      case .negation: "negation differs"
      case .names: "names differ"
      case .doubtful: "doubtful"
      case .adapted: "numbers adapted"
      }
    }
  }
}

import CalqueModel

/// A fault of a translation, or something in it that a person should look at.
public struct CheckFinding: Hashable, Sendable {
  /// The rule that the translation breaks.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// No rendering of a glossary's term is in the translation.
    case missing
    /// A forbidden rendering of a term is in the translation, and none that is right.
    case forbidden
    /// A number, its scale or its unit is not the same.
    case number
    /// A day, a month, a year or a day of the week is not the same.
    case date
    /// A name was exchanged for another.
    case name
    /// A segment, or a part of it, is still in the source's language.
    case untranslated
    /// A side has no text.
    case empty
    /// A term is rendered in another way than elsewhere in the text.
    case inconsistent
    /// A place that stands for an institution is left bare where it comes first.
    case metonym
  }

  /// The weight of a finding.
  public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
    case note, warning, error

    /// Orders the lightest first.
    public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

    private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
  }

  /// What a person decided about a rule.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    /// The rule is not checked.
    case off
    /// The findings have their usual weight.
    case on
    /// The findings are notes.
    case note
    /// The findings are warnings.
    case warning
    /// The findings are errors.
    case error

    /// The weight that the findings get; nil for the usual one.
    var severity: Severity? { Severity(rawValue: rawValue) }
  }

  /// A stretch of one of the two texts.
  public struct Place: Hashable, Sendable {
    /// The file as the user named it.
    public let file: String
    /// The line of the start, from 1.
    public let line: Int
    /// The column of the start in Unicode scalars, from 1.
    public let column: Int
    /// The bytes of the stretch in the text.
    public let range: Range<Int>
    /// The text of the stretch.
    public let text: String
  }

  /// The rule that the translation breaks.
  public let rule: Rule
  /// The weight of the finding.
  public internal(set) var severity: Severity
  /// The place in the source.
  public let source: Place
  /// The place in the translation.
  public let target: Place
  /// The term as its glossary has it, or the name or number of the source; nil if there is none.
  public let term: String?
  /// What would have been right, best first; empty if that cannot be said.
  public let expected: [String]
}

extension CheckFinding {
  /// The finding in words, without the places.
  public var message: String {
    // "expected 3" tells nothing where the text has a 3 that was not carried over.
    let news = expected.filter { $0 != term }
    let right = news.prefix(3).map { "\u{201C}\($0)\u{201D}" }.joined(separator: " or ")
    let wanted = right.isEmpty ? "" : "; expected \(right)"
    switch rule {
    case .missing:
      return severity == .note
        ? "\u{201C}\(term ?? "")\u{201D} may be reworded\(wanted)"
        : "no rendering of \u{201C}\(term ?? "")\u{201D}\(wanted)"
    case .forbidden:
      return "\u{201C}\(target.text)\u{201D} is a forbidden rendering of "
        + "\u{201C}\(term ?? "")\u{201D}\(wanted)"
    case .number, .date:
      let kind = rule == .number ? "number" : "date"
      if term == nil { return "the \(kind) \u{201C}\(target.text)\u{201D} is not in the source" }
      return "the \(kind) \u{201C}\(term ?? "")\u{201D} is not carried over\(wanted)"
    case .name:
      return "the name \u{201C}\(term ?? "")\u{201D} became \u{201C}\(target.text)\u{201D}\(wanted)"
    case .untranslated: return "this is still in the language of the source"
    case .empty:
      return target.range.isEmpty ? "this has no translation" : "this translates nothing"
    case .inconsistent:
      return "\u{201C}\(term ?? "")\u{201D} is \(right) elsewhere in the text"
    case .metonym:
      return "\u{201C}\(term ?? "")\u{201D} is left bare where it comes first\(wanted)"
    }
  }

  /// The finding as one line of JSON, without the line's end.
  public var json: String {
    var json = JSONText()
    json.object { json in
      json.member("rule", rule.rawValue)
      json.member("severity", severity.rawValue)
      json.name("source")
      source.write(to: &json)
      json.name("target")
      target.write(to: &json)
      json.member("term", term)
      json.member("expected", expected)
      json.member("message", message)
    }
    return json.text
  }
}

extension CheckFinding.Place {
  func write(to json: inout JSONText) {
    json.object { json in
      json.member("file", file)
      json.member("line", line)
      json.member("column", column)
      json.member("start", range.lowerBound)
      json.member("end", range.upperBound)
      json.member("text", text)
    }
  }
}

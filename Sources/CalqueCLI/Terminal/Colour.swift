import ArgumentParser
import CalqueSystem

/// When colour is used; it never says anything alone.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable, Sendable {
  case auto, always, never
}

/// The few styles of the text form.
struct Colour: Sendable {
  enum Style: String, CaseIterable {
    case added = "32"
    case missing = "31"
    case strong = "1"
    case faint = "2"
  }

  /// Whether escape sequences are sent at all.
  let isOn: Bool

  /// No escape sequences.
  static let off = Colour(.never)

  /// Decides by `--color`, then `NO_COLOR` (no-color.org), then whether a person reads along.
  init(_ choice: ColourChoice) {
    switch choice {
    case .always: isOn = true
    case .never: isOn = false
    case .auto:
      isOn =
        Environment["NO_COLOR"] == nil && Environment["TERM"] != "dumb"
        && Output.standard.isTerminal
    }
  }

  /// The sequences that are sent, without their escape character.
  static let sequences = ["[0m"] + Style.allCases.map { "[\($0.rawValue)m" }

  /// The text in a style, or as it is.
  func callAsFunction(_ text: String, _ style: Style) -> String {
    isOn ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

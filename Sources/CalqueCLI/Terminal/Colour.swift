import ArgumentParser
import CalqueSystem

/// When to use colour; colour never carries information alone.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable, Sendable {
  case auto, always, never
}

/// The styles of pages.
struct Colour: Sendable {
  enum Style: String, CaseIterable {
    case added = "32"
    case missing = "31"
    case strong = "1"
    case faint = "2"
  }

  /// Whether escape sequences are sent.
  let isOn: Bool

  /// No escape sequences.
  static let off = Colour(.never)

  /// Decides by `--color`, then `NO_COLOR` (no-color.org), then whether the output is a terminal.
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

  /// The escape sequences, without the escape character.
  static let sequences = ["[0m"] + Style.allCases.map { "[\($0.rawValue)m" }

  /// The text in a style; without colour, the text unchanged.
  func callAsFunction(_ text: String, _ style: Style) -> String {
    isOn ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

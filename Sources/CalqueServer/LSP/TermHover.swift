import Calque
import CalqueModel

/// A term and its renderings, in words for an editor.
struct TermHover {
  /// Whether the words are Markdown; else they are plain text.
  let isMarkdown: Bool

  /// A term: its renderings, those to avoid, and what is to be known.
  func lines(of term: TermAnswer) -> [String] {
    let right = term.translations.filter { $0.status != .forbidden }
    let wrong = term.translations.filter { $0.status == .forbidden }
    var head = strong(term.term) + " → "
    head += right.isEmpty ? "?" : right.map { strong($0.text) }.joined(separator: " · ")
    var lines = [head]
    if !wrong.isEmpty {
      lines.append("✗ " + wrong.map { escaped($0.text) }.joined(separator: " · "))
    }
    var remarks = term.flags.names
    if !term.isInForce { remarks.append("not in force at the date: \(term.validity)") }
    remarks += [term.note].compactMap(\.self)
    if !remarks.isEmpty { lines.append(escaped(remarks.joined(separator: " · "))) }
    lines.append(weak(term.glossary))
    return lines
  }

  /// A match of the memory.
  func lines(of match: MatchAnswer) -> [String] {
    [
      "\(match.score) % " + escaped(match.source), "→ " + strong(match.target),
      weak(match.memory),
    ]
  }

  /// Paragraphs, with a line break after each line.
  func text(_ paragraphs: [[String]]) -> String {
    paragraphs.map { $0.joined(separator: isMarkdown ? "  \n" : "\n") }.joined(separator: "\n\n")
  }

  private func strong(_ text: String) -> String {
    isMarkdown ? "**\(escaped(text))**" : escaped(text)
  }

  private func weak(_ text: String) -> String {
    isMarkdown ? "*\(escaped(text))*" : escaped(text)
  }

  /// A text from a store or a file, on one line, without controls; in Markdown, without markup.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": escaped += " "
      case _ where Self.isUnsafe(scalar): escaped += "\u{FFFD}"
      case _ where isMarkdown && scalar.isASCII && Self.isMarkup(scalar):
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Whether a scalar is a sign that may be markup (CommonMark, 2.4: any may be escaped).
  private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
    "\\`*_{}[]<>()#+-!|~&".unicodeScalars.contains(scalar)
  }

  /// Whether a scalar is a control character or turns the direction of a text round.
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x61C: true
    default: false
    }
  }
}

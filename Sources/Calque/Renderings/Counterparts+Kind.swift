import CalqueAlign
import CalqueText

extension Counterparts.Kind {
  /// The kind of a word.
  init(_ text: String, small: Set<String>) {
    if text == "-" {
      self = .hyphen
    } else if !text.unicodeScalars.contains(where: Self.isOfWord) {
      self = .mark
    } else {
      let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
      self = small.contains(isPlain ? text.lowercased() : folded(text)) ? .small : .word
    }
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case ..<0x80: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }
}

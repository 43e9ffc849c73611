import CalqueText

/// Cuts a text that matches nothing as a whole into its sentences.
struct SentenceLookup {
  private let splitter: SentenceSplitter
  /// The maximum number of sentences that are looked up one by one.
  static let maximum = 50

  init(_ language: Language) { splitter = SentenceSplitter(language: language) }

  /// The sentences of a text, in UTF-8 bytes; empty if there is one, or if there are too many.
  func sentences(of text: String) -> [Range<Int>] {
    guard Self.mayHoldSeveral(text) else { return [] }
    let sentences = splitter.sentences(in: text).filter { !$0.isDateline }
    return (2...Self.maximum).contains(sentences.count) ? sentences.map { $0.start..<$0.end } : []
  }

  /// Whether a sign that may end a sentence stands before white space inside a text.
  static func mayHoldSeveral(_ text: String) -> Bool {
    var isBehindEnd = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 0xA6: isBehindEnd = true
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
      case UInt8(ascii: " "), UInt8(ascii: "\t"), 0xA0, 0xAF: if isBehindEnd { return true }
      // Quotes, brackets and the first bytes of a space or quote beyond ASCII.
      case UInt8(ascii: "\""), UInt8(ascii: ")"), 0xC2, 0xE2, 0x80, 0x99, 0x9D, 0xBB: break
      default: isBehindEnd = false
      }
    }
    return false
  }
}

import CalqueModel
import CalqueText

/// The segments of a document: its sentences, or its lines if each line is already a sentence.
struct Segments: Sendable {
  /// All segments, in order, blank lines included.
  private(set) var all: [String] = []
  /// The numbers in `all` of the segments that are aligned: those that are neither blank nor a
  /// dateline.
  private(set) var numbers: [Int] = []
  /// The paragraph of each segment, from 0; a blank line has that of the line behind it.
  private(set) var allParagraphs: [Int] = []

  /// The paragraph of each segment that is aligned.
  var paragraphs: [Int] { numbers.map { allParagraphs[$0] } }

  /// The texts that are aligned.
  var texts: [String] { numbers.map { all[$0] } }

  /// Splits running text into sentences.
  init(sentencesOf text: String, in language: LanguageTag) {
    self.init(SentenceSplitter(language: Language(language)).sentences(in: text), of: text)
  }

  /// Takes the sentences of a text; a dateline is a segment that is not aligned.
  init(_ sentences: [Sentence], of text: String) {
    let bytes = Array(text.utf8)
    for sentence in sentences {
      if !sentence.isDateline { numbers.append(all.count) }
      allParagraphs.append(sentence.paragraph)
      all.append(
        Self.unwrapped(String(decoding: bytes[sentence.start..<sentence.end], as: UTF8.self)))
    }
  }

  /// Reads each line as a sentence; a blank line is a segment and ends a paragraph.
  init(linesOf text: String) {
    var paragraph = 0
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines {
      let segment = String(trimmed(String(Substring(line))))
      if !segment.isEmpty {
        numbers.append(all.count)
      } else if all.last?.isEmpty == false {
        paragraph += 1
      }
      allParagraphs.append(paragraph)
      all.append(segment)
    }
  }

  /// Sentences joined to one text, with a space between two unless a full stop takes none.
  static func joined(_ sentences: [String]) -> String {
    guard var text = sentences.first else { return "" }
    for sentence in sentences.dropFirst() {
      let last = text.unicodeScalars.last?.value ?? 0
      let isUnspaced = last == 0x3002 || (0xFF01...0xFF1F).contains(last)
      text += isUnspaced ? sentence : " " + sentence
    }
    return text
  }

  /// A sentence without the line breaks that only wrapped it.
  ///
  /// Each line break becomes one space, together with the white space around it. The function works
  /// on bytes, because a `String.UnicodeScalarView` copies itself when an empty view is appended.
  ///
  /// - Complexity: O(n) for n bytes.
  static func unwrapped(_ sentence: String) -> String {
    guard sentence.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return sentence }
    var text = [UInt8]()
    text.reserveCapacity(sentence.utf8.count)
    var spaces = [UInt8]()
    for scalar in sentence.unicodeScalars {
      if scalar.properties.isWhitespace {
        UTF8Bytes.append(scalar.value, to: &spaces)
        continue
      }
      if !spaces.isEmpty {
        let isBreak = spaces.contains { $0 == 0x0A || $0 == 0x0D }
        text.append(contentsOf: isBreak ? [0x20] : spaces)
        spaces.removeAll(keepingCapacity: true)
      }
      UTF8Bytes.append(scalar.value, to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

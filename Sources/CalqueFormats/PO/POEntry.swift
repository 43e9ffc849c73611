import CalqueModel

/// An entry of a gettext catalogue.
struct POEntry {
  /// `msgctxt`; nil if there is none.
  var context: String?
  /// `msgid`; nil in a comment that stands alone.
  var id: String?
  /// `msgid_plural`; nil in an entry without plural forms.
  var plural: String?
  /// `msgstr`, or `msgstr[0]` and so on, by number.
  var translations: [Int: String] = [:]
  /// The numbers of the translations in their order; empty for rising order.
  var order: [Int] = []
  var flags: [String] = []
  /// The comments of translators, a line each.
  var comments: [String] = []
  /// The comments that were extracted from the program, a line each.
  var extracted: [String] = []
  /// The places in the program, as the lines had them.
  var references: [String] = []
  /// `msgctxt`, `msgid` and `msgid_plural` of an earlier version of the program.
  var previous: [(key: String, text: String)] = []
  /// Whether the program does not have the entry any more.
  var isObsolete = false
  /// The line on which the entry begins, from 1.
  var line = 0
  /// The lines as written.
  var written = ""
  /// What stands before the entry and is none, as written: comments that stand alone, domains.
  var before = ""

  /// Whether the entry is the catalogue's header.
  var isHeader: Bool { id == "" && context == nil && !isObsolete }

  /// Whether any form has a translation.
  var isTranslated: Bool { translations.values.contains { !$0.isEmpty } }

  /// The numbers of the translations, in the order of the file.
  var numbers: [Int] {
    order.count == translations.count ? order : translations.keys.sorted()
  }

  /// The value of a field of the header: `Language`.
  func field(_ name: String) -> String? {
    for line in (translations[0] ?? "").split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":"),
        String(line[..<colon]).asciiLowercased == name.asciiLowercased
      else { continue }
      return String(line[line.index(after: colon)...]).trimmingBlanks
    }
    return nil
  }
}

/// The strings of a catalogue in quotes.
enum POString {
  /// The text of a string in quotes; nil if it is none.
  ///
  /// A quote inside that lacks its backslash is taken for a quote.
  static func text(_ quoted: Substring) -> String? {
    let utf8 = quoted.utf8
    guard utf8.count >= 2, utf8.first == UInt8(ascii: "\""), utf8.last == UInt8(ascii: "\"")
    else { return nil }
    guard utf8.contains(UInt8(ascii: "\\")) else {
      return String(Substring(utf8.dropFirst().dropLast()))
    }
    let bytes = Array(utf8)
    var out = [UInt8]()
    out.reserveCapacity(bytes.count)
    var place = 1
    while place < bytes.count - 1 {
      let byte = bytes[place]
      place += 1
      guard byte == UInt8(ascii: "\\"), place < bytes.count - 1 else {
        out.append(byte)
        continue
      }
      let escape = bytes[place]
      place += 1
      if let letter = letters.first(where: { $0.letter == escape }) {
        out.append(letter.byte)
      } else if escape == UInt8(ascii: "x") {
        append(number(bytes, &place, radix: 16, most: 2) ?? UInt32(escape), to: &out)
      } else if (0x30...0x37).contains(escape) {
        place -= 1
        append(number(bytes, &place, radix: 8, most: 3) ?? 0, to: &out)
      } else {
        out.append(escape)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let letters: [(letter: UInt8, byte: UInt8)] = [
    (UInt8(ascii: "n"), 0x0A), (UInt8(ascii: "t"), 0x09), (UInt8(ascii: "r"), 0x0D),
    (UInt8(ascii: "a"), 0x07), (UInt8(ascii: "b"), 0x08), (UInt8(ascii: "f"), 0x0C),
    (UInt8(ascii: "v"), 0x0B), (UInt8(ascii: "\""), 0x22), (UInt8(ascii: "\\"), 0x5C),
  ]

  private static func number(
    _ bytes: [UInt8], _ place: inout Int, radix: UInt32, most: Int
  ) -> UInt32? {
    var value: UInt32?
    for _ in 0..<most where place < bytes.count - 1 {
      guard let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue,
        UInt32(digit) < radix
      else { break }
      value = (value ?? 0) * radix + UInt32(digit)
      place += 1
    }
    return value
  }

  private static func append(_ value: UInt32, to out: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else { return }
    out.append(contentsOf: encoded)
  }

  /// Appends a text in quotes: on one line, or a line for each line of the text.
  static func append(_ text: String, prefix: String, to bytes: inout [UInt8]) {
    let utf8 = text.utf8
    let isLong = utf8.dropLast().contains(0x0A)
    bytes.append(contentsOf: isLong ? "\"\"\n\(prefix)\"".utf8 : "\"".utf8)
    var rest = utf8.count
    for byte in utf8 {
      rest -= 1
      let isPlain = byte > 0x22 && byte != 0x5C && byte != 0x7F || byte == 0x20 || byte == 0x21
      if isPlain {
        bytes.append(byte)
      } else if let letter = letters.first(where: { $0.byte == byte }) {
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(letter.letter)
        if byte == 0x0A, isLong, rest > 0 { bytes.append(contentsOf: "\"\n\(prefix)\"".utf8) }
      } else if byte < 0x20 || byte == 0x7F {
        let digits = String(byte, radix: 8)
        let zeros = String(repeating: "0", count: 3 - digits.utf8.count)
        bytes.append(contentsOf: "\\\(zeros)\(digits)".utf8)
      } else {
        bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

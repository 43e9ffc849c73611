/// The layout of a lexicon's file, version 1, which is little-endian throughout.
///
/// A header of 32 bytes, whose last number is the sum of the forms and the readings (FNV-1a), is
/// followed by four sections:
///
/// - the places of the blocks: 4 bytes a block, counted from the start of the forms, and one more
///   for the end of the last block;
/// - the places of the readings: 4 bytes an entry, counted from the start of the readings, and one
///   more for the end;
/// - the forms, in blocks of 16, ordered by their letters without accents and then by their bytes. A
///   form is the number of leading bytes that it shares with the form before it in the block (one
///   byte), the number of its other bytes (one byte), these bytes, and the number of its readings
///   (2 bytes);
/// - the readings, which many forms share: a count (one byte), then for each reading the number of
///   bytes to cut from the end of the form, the number of bytes to add (one byte each), these bytes,
///   which make the lemma, and the features (2 bytes).
package enum LexiconLayout {
  /// `CALQFLEX`, as bytes.
  static let magic: UInt64 = 0x5845_4C46_514C_4143
  static let version: UInt32 = 1
  static let headerSize = 32
  /// The number of forms in a block.
  static let blockSize = 16
  /// The maximum length of a form, in bytes of UTF-8.
  static let maximumForm = 120

  /// The letters of a form in lower case without accents; nil if the form has a letter that is not
  /// in the French alphabet, an apostrophe or a hyphen.
  ///
  /// The result is the folded form of `CalqueText` for every form that has one.
  package static func plain(_ form: some Sequence<UInt8>) -> [UInt8]? {
    var plain = [UInt8]()
    var lead: UInt8 = 0
    for byte in form {
      if lead != 0 {
        guard let letters = letters(lead, byte) else { return nil }
        plain.append(letters.0)
        if letters.1 != 0 { plain.append(letters.1) }
        lead = 0
      } else if byte == 0xC3 || byte == 0xC5 {
        lead = byte
      } else if isPlain(byte) {
        plain.append(byte)
      } else {
        return nil
      }
    }
    return lead == 0 ? plain : nil
  }

  /// The one or two letters without accents of a letter of two bytes; nil for other letters.
  static func letters(_ lead: UInt8, _ byte: UInt8) -> (UInt8, UInt8)? {
    switch (lead, byte) {
    case (0xC3, 0xA0), (0xC3, 0xA1), (0xC3, 0xA2), (0xC3, 0xA4): (UInt8(ascii: "a"), 0)
    case (0xC3, 0xA6): (UInt8(ascii: "a"), UInt8(ascii: "e"))
    case (0xC3, 0xA7): (UInt8(ascii: "c"), 0)
    case (0xC3, 0xA8...0xAB): (UInt8(ascii: "e"), 0)
    case (0xC3, 0xAC...0xAF): (UInt8(ascii: "i"), 0)
    case (0xC3, 0xB1): (UInt8(ascii: "n"), 0)
    case (0xC3, 0xB2...0xB4), (0xC3, 0xB6): (UInt8(ascii: "o"), 0)
    case (0xC3, 0xB9...0xBC): (UInt8(ascii: "u"), 0)
    case (0xC3, 0xBF): (UInt8(ascii: "y"), 0)
    case (0xC5, 0x93): (UInt8(ascii: "o"), UInt8(ascii: "e"))
    default: nil
    }
  }

  /// Whether a byte is a small letter, a digit, an apostrophe or a hyphen.
  static func isPlain(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "'")
      || byte == UInt8(ascii: "-")
  }
}

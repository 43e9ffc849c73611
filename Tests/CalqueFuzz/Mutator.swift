import TestSupport

/// Spoils bytes at random; the same seed and number spoil them in the same way.
struct Mutator {
  private var random: SplitMix64

  /// A mutator for one input.
  init(seed: UInt64, number: Int) {
    random = SplitMix64(seed: seed ^ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// A sample with one to six changes.
  mutating func mutant(of samples: [[UInt8]]) -> [UInt8] {
    var bytes = samples[random.number(below: samples.count)]
    for _ in 0...random.number(below: 1 + random.number(below: 6)) { change(&bytes, samples) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8], _ samples: [[UInt8]]) {
    if bytes.isEmpty { return bytes = samples[0] }
    let place = random.number(below: bytes.count)
    let length = min(bytes.count - place, 1 + random.number(below: 1 + random.number(below: 64)))
    switch random.number(below: 10) {
    case 0: bytes[place] ^= 1 << UInt8(random.number(below: 8))
    case 1: bytes[place] = UInt8(random.number(below: 256))
    case 2: bytes.removeSubrange(place..<place + length)
    case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
    case 4: bytes.removeSubrange(place...)
    case 5:
      let other = samples[random.number(below: samples.count)]
      let start = random.number(below: max(1, other.count))
      bytes.insert(contentsOf: other[start...].prefix(length), at: place)
    case 6:
      let piece = Array(bytes[place..<place + length])
      bytes.replaceSubrange(
        place..<place,
        with: Array(repeatElement(piece, count: 1 + random.number(below: 30)).joined()))
    default:
      let token = Self.tokens[random.number(below: Self.tokens.count)]
      bytes.replaceSubrange(
        place..<place + (random.number(below: 2) == 0 ? 0 : length), with: token)
    }
  }

  /// What formats find hard.
  private static let tokens: [[UInt8]] =
    [
      "<", ">", "</", "/>", "&", "&amp;", "&#0;", "&#x1E;", "&#xD800;", "&#x110000;", "&x;", "]]>",
      "<![CDATA[", "<!--", "-->", "<?x ?>", "<!DOCTYPE a [<!ENTITY x \"&x;\">]>", "\"", "'", "\"\"",
      "\t", "\n", "\r", "\r\n", ",", ";", "|", "#", "-", "/", "(", ")", "[", "]", "{", "}", ":",
      "\u{FEFF}", "\u{202E}", "\u{2028}", "\u{1E}", "\u{B}", "e\u{301}", "👩‍👩‍👧", "\\", "\\u0000",
      "\\ud800", "null", "-1", "99999999999999999999", "1e999", "xml:lang=\"\"", "xmlns:a=\"b\"",
      "A1:XFD1048576", "_x000D_", "sep=;",
    ].map { Array($0.utf8) } + [
      [0], [0xFF], [0xFE, 0xFF], [0xFF, 0xFE], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE9],
      [0xE2, 0x82],
      [0x1F, 0x8B, 8, 0], [0x50, 0x4B, 3, 4],
    ]
}

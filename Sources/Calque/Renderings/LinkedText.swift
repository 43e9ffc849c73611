import CalqueModel
import CalqueText

/// The words of a unit's text, as a file of links has them.
struct LinkedText {
  /// The side of the file.
  let side: LinkFile.Side
  /// The places of the words on the side.
  let words: Range<Int>

  /// The number of the stem of a word.
  @inline(__always)
  func stem(_ number: Int) -> UInt32 { side.word(words.lowerBound + number) }

  /// The number of the form of a word.
  @inline(__always)
  func form(_ number: Int) -> UInt32 { side.forms[words.lowerBound + number] }

  /// A word in its plain form, as scalars.
  func plain(_ number: Int) -> [UInt32] {
    String(decoding: side.form(form(number)), as: UTF8.self)
      .unicodeScalars.map(\.value)
  }

  /// The places of the first words in the text, in UTF-8 bytes.
  ///
  /// Nothing but spaces stands between words, so the bytes of one word after the other are looked for,
  /// which costs a tenth of cutting the text into words anew.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - count: the number of words.
  /// - Returns: the places; nil if they must be found by cutting the text: it is written in another way
  ///   than its words are in the file, or it is another text.
  func ranges(in text: String, first count: Int) -> [Range<Int>]? {
    guard count <= words.count else { return nil }
    let bytes = text.utf8Span.span
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(count)
    var place = 0
    for number in 0..<count {
      place = Self.spacesEnd(from: place, in: bytes)
      guard let end = end(ofWord: number, from: place, in: bytes) else { return nil }
      ranges.append(place..<end)
      place = end
    }
    return Self.mayEnd(at: place, in: bytes) ? ranges : nil
  }

  /// The end of a word that begins at a place of the text; nil if another begins there.
  private func end(ofWord number: Int, from start: Int, in text: Span<UInt8>) -> Int? {
    let form = side.bytes(ofForm: form(number))
    guard !form.isEmpty else { return nil }
    let bytes = unsafe side.formBytes.stretch(form)
    let alike = min(bytes.count, text.count - start)
    var same = 0
    while same < alike, unsafe bytes[same] == text[unchecked: start + same] { same += 1 }
    if same == form.count { return start + same }
    // Where they differ, the text may have another apostrophe, quotation mark or dash.
    var place = start + same
    for at in form.dropFirst(same) {
      guard place < text.count else { return nil }
      let byte = side.formBytes[at]
      if text[place] == byte {
        place += 1
      } else if let length = Self.variant(of: byte, at: place, in: text) {
        place += length
      } else {
        // *…* stands for three full stops.
        let isEllipsis =
          byte == 0x2E && form.count == 3 && place + 2 < text.count && text[place] == 0xE2
          && text[place + 1] == 0x80 && text[place + 2] == 0xA6
        return isEllipsis ? place + 3 : nil
      }
    }
    return place
  }

  /// The length of an apostrophe, a quotation mark or a dash that plain forms write in ASCII; nil if
  /// something else stands there.
  private static func variant(of byte: UInt8, at place: Int, in text: Span<UInt8>) -> Int? {
    if text[place] == 0xC2, place + 1 < text.count {
      return byte == 0x22 && (text[place + 1] == 0xAB || text[place + 1] == 0xBB) ? 2 : nil
    }
    guard text[place] == 0xE2, place + 2 < text.count, text[place + 1] == 0x80 else { return nil }
    let isKnown =
      switch byte {
      case 0x22: (0x98...0x9F).contains(text[place + 2])
      case 0x27: text[place + 2] == 0x99
      case 0x2D: (0x90...0x95).contains(text[place + 2])
      default: false
      }
    return isKnown ? 3 : nil
  }

  /// The end of the spaces from a place on, those that do not break a line included.
  private static func spacesEnd(from start: Int, in text: Span<UInt8>) -> Int {
    var place = start
    while place < text.count {
      switch text[place] {
      case 0x20, 0x09, 0x0A, 0x0D: place += 1
      case 0xC2 where place + 1 < text.count && text[place + 1] == 0xA0: place += 2
      case 0xE2
      where place + 2 < text.count && text[place + 1] == 0x80
        && ((0x80...0x8A).contains(text[place + 2]) || text[place + 2] == 0xAF):
        place += 3
      default: return place
      }
    }
    return place
  }

  /// Whether a word surely ends at a place: no mark and no scalar without width stands there.
  private static func mayEnd(at place: Int, in text: Span<UInt8>) -> Bool {
    if place >= text.count || text[place] < 0x80 { return true }
    return spacesEnd(from: place, in: text) > place
      || [0x22, 0x2D].contains { variant(of: $0, at: place, in: text) != nil }
  }
}

/// The texts of the units whose words are linked.
struct LinkedUnits: Sendable {
  private let links: WordLinks
  private let isReversed: Bool
  private let gone: Set<Int64>

  /// The units of files, of which the source is the target of the pair if they are reversed.
  init(_ links: WordLinks, isReversed: Bool) {
    (self.links, self.isReversed) = (links, isReversed)
    gone = Set(links.delta?.gone.array ?? [])
  }

  /// The words of a unit's text; nil if the unit is not linked.
  ///
  /// - Parameters:
  ///   - unit: the unit.
  ///   - isSource: whether the text is that in the source language of the pair.
  /// - Returns: the words.
  func text(of unit: UnitID, isSource: Bool) -> LinkedText? {
    if let delta = links.delta, let place = delta.place(of: unit) {
      return text(place, of: delta, isSource: isSource)
    }
    guard !gone.contains(unit.rawValue), let place = links.base.place(of: unit) else { return nil }
    return text(place, of: links.base, isSource: isSource)
  }

  private func text(_ place: Int, of file: LinkFile, isSource: Bool) -> LinkedText {
    let side = isSource == isReversed ? file.target : file.source
    return LinkedText(side: side, words: side.range(place))
  }

  /// The number of a stem; nil if no unit has the stem.
  func number(ofStem stem: [UInt8], isSource: Bool) -> UInt32? {
    // The words of the second file continue those of the first.
    let file = links.delta ?? links.base
    return (isSource == isReversed ? file.target : file.source).number(of: stem)
  }
}

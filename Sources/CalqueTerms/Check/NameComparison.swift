package import CalqueModel
import CalqueText

/// The names of a text that its translation exchanges for others.
///
/// A name that both languages know (*Slovaquie*, "Slovakia") must be the same name. Any other name
/// must look alike on both sides, as names do when they are written in another language's way:
/// *Poutine*, "Putin". A difference is reported where both sides have a name that the other lacks,
/// because a translation may leave a name out.
package struct NameComparison {
  /// A name of the source and the name in its place.
  package struct Difference: Hashable, Sendable {
    /// The bytes of the source's name.
    package let source: Range<Int>
    /// The bytes of the target's name.
    package let target: Range<Int>
    /// What would have been right, best first; empty if no glossary tells.
    package let expected: [String]
  }

  /// The differences, in the order of the source.
  package private(set) var differences: [Difference] = []

  /// Compares the names of a segment with those of its translation.
  ///
  /// - Parameters:
  ///   - source: the segment's words.
  ///   - target: the words of its translation.
  package init(_ source: NamedWords, _ target: NamedWords) {
    let lost = source.known.filter { name in
      !target.known.contains { $0.id == name.id } && !target.mentions(name)
    }
    let extra = target.known.filter { name in
      !source.known.contains { $0.id == name.id } && !source.mentions(name)
    }
    for (name, other) in zip(lost, extra) {
      differences.append(
        Difference(
          source: name.range, target: other.range, expected: name.translations.map(\.text)))
    }
    let unknownLost = source.unknown.filter { !target.holdsLike($0) }
    let unknownExtra = target.unknown.filter { !source.holdsLike($0) }
    guard !unknownLost.isEmpty, !unknownExtra.isEmpty || extra.count > lost.count else { return }
    let others = unknownExtra.map(\.range) + extra.dropFirst(lost.count).map(\.range)
    for (name, other) in zip(unknownLost, others) {
      differences.append(Difference(source: name.range, target: other, expected: []))
    }
  }
}

/// The words of a segment, and those among them that are names.
package struct NamedWords {
  /// A word with the letters by which names are compared.
  package struct Word {
    /// The word's bytes in the segment.
    package let range: Range<Int>
    let folded: String
    let skeleton: [UInt8]
  }

  /// The places that both languages have names for.
  let known: [FoundName]
  /// The other names.
  let unknown: [Word]
  private let all: [Word]

  /// Reads a segment.
  ///
  /// - Parameters:
  ///   - text: the segment.
  ///   - tag: its language.
  ///   - names: the names of places in the segment that both languages know.
  ///   - isCommon: whether a folded word is a common word, or one that is no name.
  package init(
    _ text: String, _ tag: LanguageTag, names: [FoundName], isCommon: (String) -> Bool
  ) {
    let language = Language(tag)
    let bytes = Array(text.utf8)
    var words: [Word] = []
    var unknown: [Word] = []
    let functionWords = Set(language.rules.functionWords.all)
    let calendar = language.rules.quantities.weekdays + language.rules.calendar.months.joined()
    var startsSentence = true
    for token in tokens(of: text, in: language) {
      guard token.kind == .word else {
        if [".", "!", "?", ":", "«", "\"", "“"].contains(token.folded) { startsSentence = true }
        continue
      }
      let word = Word(
        range: token.start..<token.end, folded: token.folded,
        skeleton: NameSkeleton.letters(of: token.folded))
      words.append(word)
      let written = String(decoding: bytes[word.range], as: UTF8.self).unicodeScalars
      let isCapital = written.first?.properties.isUppercase ?? false
      let isAllCapitals = written.dropFirst().allSatisfy(\.properties.isUppercase)
      if isCapital, !isAllCapitals, written.count >= 3, !functionWords.contains(token.folded),
        !calendar.contains(token.folded),
        !names.contains(where: { $0.range.overlaps(word.range) }), !isCommon(token.folded),
        !startsSentence || NamedWords.mayOpenWithName
      {
        unknown.append(word)
      }
      startsSentence = false
    }
    known = names
    all = words
    self.unknown = unknown
  }

  /// A capital at the beginning of a sentence tells nothing, but a word that is not common does.
  private static let mayOpenWithName = true

  /// Whether a word of the segment looks like a name.
  func holdsLike(_ name: Word) -> Bool {
    all.contains { $0.folded == name.folded || NameSkeleton.areAlike($0.skeleton, name.skeleton) }
  }

  /// Whether the segment has a translation of a name, or the name itself.
  func mentions(_ name: FoundName) -> Bool {
    let forms = ([name.text] + name.translations.map(\.text)).map { CalqueText.folded($0) }
    return forms.contains { form in
      let words = form.split(separator: " ").map(String.init)
      return words.contains { word in
        word.utf8.count > 2
          && all.contains { other in
            other.folded == word
              || word.utf8.count > 4 && other.folded.utf8.count > 4
                && other.folded.prefix(5) == word.prefix(5)
          }
      }
    }
  }
}

/// The letters of a name that do not change from one language's spelling to another's.
enum NameSkeleton {
  /// The consonants of a folded word, with one letter for those that languages write in several
  /// ways, and the first letter: *Poutine* and "Putin" are p-t-n.
  static func letters(of word: String) -> [UInt8] {
    var text = word
    for (from, to) in [
      ("tch", "c"), ("sch", "c"), ("shch", "c"), ("ch", "c"), ("sh", "c"), ("kh", "k"),
      ("gh", "g"), ("ph", "f"), ("th", "t"), ("dj", "j"), ("qu", "k"), ("ck", "k"), ("ou", "u"),
      ("w", "v"), ("x", "ks"), ("z", "s"), ("q", "k"), ("gu", "g"),
    ] where text.contains(from) {
      text = text.replacing(from, with: to)
    }
    var skeleton: [UInt8] = []
    for (place, byte) in text.utf8.enumerated() {
      let isVowel = [UInt8](arrayLiteral: 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79, 0x68).contains(byte)
      if isVowel, place > 0 { continue }
      let letter = byte == UInt8(ascii: "c") ? UInt8(ascii: "k") : byte
      if skeleton.last != letter { skeleton.append(letter) }
    }
    return skeleton
  }

  /// Whether two skeletons may be one name in two spellings.
  static func areAlike(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    if a == b { return true }
    guard min(a.count, b.count) >= 3, a.first == b.first, abs(a.count - b.count) <= 1 else {
      return false
    }
    var prefix = 0
    while prefix < min(a.count, b.count), a[prefix] == b[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < min(a.count, b.count) - prefix,
      a[a.count - 1 - suffix] == b[b.count - 1 - suffix]
    {
      suffix += 1
    }
    return max(a.count, b.count) - prefix - suffix <= 1 && max(a.count, b.count) >= 5
  }
}

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
    let lost = Self.names(of: source, lackedBy: target)
    var extra = Self.names(of: target, lackedBy: source)
    for name in lost {
      // A word that opens a sentence stands for one that does, too. A word with a capital that may
      // be no name (*Paris*, the plural of a bet) is one where the translation names another place.
      let counterpart = extra.firstIndex {
        name.isSure ? !$0.isOpening || name.isOpening : $0.isPlace && !name.isOpening
      }
      guard let place = counterpart else { continue }
      let other = extra.remove(at: place)
      differences.append(
        Difference(source: name.range, target: other.range, expected: name.expected))
    }
  }

  /// A name that the other side lacks.
  private struct Lacked {
    let range: Range<Int>
    let expected: [String]
    let isSure: Bool
    let isOpening: Bool
    var isPlace = false
  }

  private static func names(of side: NamedWords, lackedBy other: NamedWords) -> [Lacked] {
    let known = side.known.filter { name in
      !other.known.contains { $0.code == name.code } && !other.mentions(name)
    }
    return known.map {
      Lacked(
        range: $0.range, expected: $0.translations.map(\.text), isSure: true,
        isOpening: false, isPlace: true)
    }
      + side.unknown.filter { !other.holdsLike($0) }.map {
        // *Claire Besson*: a word beside one that both sides have is a name.
        Lacked(
          range: $0.range, expected: [],
          isSure: $0.isSure || $0.neighbour.map(other.holds) ?? false, isOpening: $0.isOpening)
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
    /// Whether the word is in no list of common words.
    var isSure = false
    /// The word with a capital that stands before it, or behind it where it opens a sentence.
    var neighbour: String?
    /// Whether the word opens a sentence, where a capital tells nothing.
    var isOpening = false
  }

  /// The places that both languages have names for.
  let known: [FoundName]
  /// The other names.
  let unknown: [Word]
  private let all: [Word]
  /// The codes of the peoples in the segment: "French" for *France*.
  private let peoplesCodes: Set<String>

  /// Reads a segment.
  ///
  /// - Parameters:
  ///   - text: the segment.
  ///   - tag: its language.
  ///   - allNames: the names in the segment that both languages know.
  ///   - knowsWords: whether `isCommon` knows most words of the language.
  ///   - isCommon: whether a word in lower case is a common word.
  package init(
    _ text: String, _ tag: LanguageTag, names allNames: [FoundName], knowsWords: Bool,
    isCommon: (_ word: String, _ opensSentence: Bool) -> Bool
  ) {
    let names = allNames.filter(\.isPlace)
    let peoples = allNames.filter { !$0.isPlace }.map(\.range)
    peoplesCodes = Set(allNames.filter { !$0.isPlace }.map(\.code))
    let language = Language(tag)
    let bytes = Array(text.utf8)
    var words: [Word] = []
    var unknown: [Word] = []
    let functionWords = Set(language.rules.functionWords.all)
    let calendar = language.rules.quantities.weekdays + language.rules.calendar.months.joined()
    var startsSentence = true
    let tokens = tokens(of: text, in: language)
    func written(_ token: Token) -> String {
      String(decoding: bytes[token.start..<token.end], as: UTF8.self)
    }
    for (place, token) in tokens.enumerated() {
      guard token.kind == .word else {
        if [".", "!", "?", ":", "«", "\"", "“", "—", "-"].contains(token.folded) {
          startsSentence = true
        }
        continue
      }
      var word = Word(
        range: token.start..<token.end, folded: token.folded,
        skeleton: NameSkeleton.letters(of: token.folded))
      words.append(word)
      let spelling = written(token)
      defer { startsSentence = false }
      guard Self.isCapitalised(spelling), !functionWords.contains(token.folded),
        !calendar.contains(token.folded), !language.rules.names.titles.contains(token.folded),
        !peoples.contains(where: { $0.overlaps(word.range) }),
        !names.contains(where: { $0.range.overlaps(word.range) })
      else { continue }
      let before = startsSentence || place == 0 ? nil : tokens[place - 1]
      let behind = place + 1 < tokens.count ? tokens[place + 1] : nil
      let neighbour = startsSentence ? behind : before
      word.neighbour = neighbour.flatMap { Self.isCapitalised(written($0)) ? $0.folded : nil }
      word.isSure = !isCommon(spelling.lowercased(), startsSentence)
      if startsSentence, word.neighbour == nil {
        guard word.isSure else { continue }
        word.isOpening = true
        word.isSure = knowsWords
      }
      unknown.append(word)
    }
    known = names
    self.all = words
    self.unknown = unknown
  }

  /// Whether a word begins with a capital, is no acronym and has three letters.
  private static func isCapitalised(_ word: String) -> Bool {
    let scalars = word.unicodeScalars
    return scalars.count >= 3 && scalars.first?.properties.isUppercase == true
      && scalars.dropFirst().contains(where: \.properties.isLowercase) && !scalars.contains(".")
  }

  /// Whether the segment has a word.
  func holds(_ folded: String) -> Bool { all.contains { $0.folded == folded } }

  /// Whether a word of the segment looks like a name.
  func holdsLike(_ name: Word) -> Bool {
    all.contains { $0.folded == name.folded || NameSkeleton.areAlike($0.skeleton, name.skeleton) }
  }

  /// Whether the segment has a translation of a name, or the name itself.
  func mentions(_ name: FoundName) -> Bool {
    let forms = ([name.text] + name.translations.map(\.text)).map { CalqueText.folded($0) }
    return peoplesCodes.contains(name.code)
      || forms.contains { form in
        form.split(separator: " ").contains { word in
          word.utf8.count > 2 && all.contains { $0.folded == word }
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
    let letters = Array(text.utf8)
    for (place, byte) in letters.enumerated() {
      let isVowel = [UInt8](arrayLiteral: 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79, 0x68).contains(byte)
      if isVowel, place > 0 { continue }
      // A c is soft before e, i and y: Conseil, Council.
      let next = place + 1 < letters.count ? letters[place + 1] : 0
      let isSoft = next == 0x65 || next == 0x69 || next == 0x79
      let letter = byte == UInt8(ascii: "c") ? UInt8(ascii: isSoft ? "s" : "k") : byte
      if skeleton.last != letter { skeleton.append(letter) }
    }
    return skeleton
  }

  /// Whether two skeletons may be one name in two spellings.
  static func areAlike(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    if a == b { return a.count > 2 }
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

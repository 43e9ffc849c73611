/// Makes a full-form lexicon from a Hunspell dictionary whose words carry morphological fields.
///
///     var builder = LexiconBuilder()
///     try builder.add(affixes: aff, words: dic)
///     let bytes = try builder.file()
///
/// - Complexity: O(n log n) in the number of forms, which are all in memory.
package struct LexiconBuilder {
  /// A reading of a form, in bytes of UTF-8.
  struct Reading: Hashable {
    let form: [UInt8]
    let lemma: [UInt8]
    let features: UInt16
  }

  private(set) var readings: Set<Reading> = []
  /// The number of forms that were left out, because they have other letters than the language's.
  package private(set) var leftOut = 0

  package init() {}

  /// Adds every form of every word of a dictionary.
  ///
  /// - Parameters:
  ///   - affixes: the text of the `.aff` file.
  ///   - words: the text of the `.dic` file.
  /// - Throws: `LexiconError.line` for a line of the affixes that cannot be understood.
  package mutating func add(affixes: String, words: String) throws(LexiconError) {
    let rules = try AffixRules(affixes)
    for (number, line) in HunspellLine.lines(of: words) where number > 1 {
      add(HunspellLine.words(of: line), rules)
    }
  }

  private mutating func add(_ line: [String], _ rules: AffixRules) {
    guard let entry = line.first else { return }
    let fields = line.dropFirst()
    if fields.contains("po:err") { return }
    let slash = entry.firstIndex(of: "/") ?? entry.endIndex
    let word = entry[..<slash]
    let flags = slash == entry.endIndex ? [] : rules.flags(entry[entry.index(after: slash)...])
    if let forbidden = rules.forbidden, flags.contains(forbidden) { return }
    let lemma = fields.first { $0.hasPrefix("st:") }.map { String($0.dropFirst(3)) } ?? String(word)
    let scalars = word.unicodeScalars.map(\.value)
    if rules.needsSuffix.map(flags.contains) != true {
      add(String(word), lemma, FormFeatures(fields))
    }
    for flag in flags {
      for suffix in rules.suffixes[flag] ?? [] {
        guard let form = suffix.applied(to: scalars) else { continue }
        add(Self.text(form), lemma, FormFeatures(fields + suffix.fields))
      }
    }
  }

  private mutating func add(_ form: String, _ lemma: String, _ features: FormFeatures) {
    let (form, lemma) = (Self.lowered(form), Self.lowered(lemma))
    guard !form.isEmpty, form.count <= LexiconLayout.maximumForm,
      LexiconLayout.plain(form) != nil, LexiconLayout.plain(lemma) != nil
    else {
      leftOut += 1
      return
    }
    for one in features.all {
      readings.insert(Reading(form: form, lemma: lemma, features: one.bits))
    }
  }

  private static func lowered(_ word: String) -> [UInt8] {
    // The capitals of the alphabet: A–Z, and the letters that UTF-8 keeps 32 before the small ones.
    var bytes = Array(word.utf8)
    var lead: UInt8 = 0
    for place in bytes.indices {
      let byte = bytes[place]
      if lead == 0xC3, (0x80...0x9E).contains(byte) { bytes[place] = byte + 0x20 }
      if lead == 0xC5, byte == 0x92 { bytes[place] = 0x93 }
      if (0x41...0x5A).contains(byte) { bytes[place] = byte | 0x20 }
      lead = byte
    }
    return bytes
  }

  private static func text(_ scalars: [UInt32]) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars { Unicode.Scalar(scalar).map { text.append($0) } }
    return String(text)
  }

  /// The lexicon as the bytes of a file.
  package func file() throws(LexiconError) -> [UInt8] {
    try LexiconWriter(readings).bytes
  }
}

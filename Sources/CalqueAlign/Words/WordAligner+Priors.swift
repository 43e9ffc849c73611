internal import CalqueText

extension WordAligner {
  /// How many links a pair counts for that is known before.
  private static let weight: Float = 4
  /// How much more words that look alike count for: *période d'incubation* is *incubation period* in
  /// reverse order, and where all occurrences are, fewer links do not outweigh the order.
  private static let alikeWeight: Float = 8

  /// An aligner that knows the pairs of lexicons, and the words that look alike in both languages.
  ///
  /// - Parameters:
  ///   - source: the words in the source language.
  ///   - target: the words in the target language.
  ///   - lexicons: pairs of words, whose stems are their first seven letters.
  package init(_ source: WordNumbers, _ target: WordNumbers, lexicons: [BilingualLexicon]) {
    self.init(sourceWords: source.count + 1, targetWords: target.count + 1)
    for number in source.kinds.indices.map({ UInt32($0 + 1) })
    where source.kinds[Int(number) - 1] != .word {
      if let other = target.existing(source.stem(number)) { know(number, other, 1, 1) }
    }
    know(source.forms(from: 0), target.forms(from: 0))
    let (sources, targets) = (Self.beginnings(source), Self.beginnings(target))
    for lexicon in lexicons {
      for entry in lexicon.entries {
        guard let first = sources[Array(lexicon.source(entry))],
          let second = targets[Array(lexicon.target(entry))]
        else { continue }
        for number in first {
          for other in second { know(number, other, entry.forward, entry.backward) }
        }
      }
    }
  }

  /// Takes words whose forms look alike as known before.
  ///
  /// Forms are compared, because the stems of one word may have different lengths in two languages.
  mutating func know(_ source: [WordNumbers.Form], _ target: [WordNumbers.Form]) {
    var known: [UInt64: (there: Float, back: Float)] = [:]
    for pair in Cognates.pairs(ofWords: source.map(\.letters), target.map(\.letters)) {
      let key = LinkCounts.key(source[pair.source].stem, target[pair.target].stem)
      let before = known[key] ?? (0, 0)
      known[key] = (max(before.there, pair.forward), max(before.back, pair.backward))
    }
    for key in known.keys.sorted() {
      guard let shares = known[key] else { continue }
      let (word, other) = LinkCounts.words(key)
      know(word, other, Self.alikeWeight * shares.there, Self.alikeWeight * shares.back)
    }
  }

  /// Takes a pair as known before, with its probabilities in both directions.
  mutating func know(_ source: UInt32, _ target: UInt32, _ there: Float, _ back: Float) {
    if there > 0 { forward.add(from: source, to: target, Self.weight * there) }
    if back > 0 { backward.add(from: target, to: source, Self.weight * back) }
  }

  /// The words by the first letters that a lexicon knows them by.
  private static func beginnings(_ words: WordNumbers) -> [[UInt8]: [UInt32]] {
    var found: [[UInt8]: [UInt32]] = [:]
    for number in words.kinds.indices where words.kinds[number] == .word {
      let stem = words.stem(UInt32(number + 1))
      var characters = 0
      var end = 0
      while end < stem.count {
        if stem[end] & 0xC0 != 0x80 {
          if characters == Vocabulary.stemLength { break }
          characters += 1
        }
        end += 1
      }
      found[Array(stem[..<end]), default: []].append(UInt32(number + 1))
    }
    return found
  }
}

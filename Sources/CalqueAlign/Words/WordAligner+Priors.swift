internal import CalqueText

extension WordAligner {
  /// How many links a pair counts for that is known before.
  private static let weight: Float = 4

  /// An aligner that knows the pairs of lexicons, and the words that both languages write alike.
  ///
  /// - Parameters:
  ///   - source: the words in the source language.
  ///   - target: the words in the target language.
  ///   - lexicons: pairs of words, whose stems are their first seven letters.
  package init(_ source: WordNumbers, _ target: WordNumbers, lexicons: [BilingualLexicon]) {
    self.init(sourceWords: source.count + 1, targetWords: target.count + 1)
    for number in source.kinds.indices.map({ UInt32($0 + 1) }) {
      let stem = source.stem(number)
      guard source.kinds[Int(number) - 1] != .word || stem.count > 3,
        let other = target.existing(stem)
      else { continue }
      know(number, other, 1, 1)
    }
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

/// The words of one side of a batch, by number: the forms as they are written, and their stems.
///
/// A stem is the first seven characters of a form; a number is its own stem. Counts are those of
/// the texts that were read.
struct Vocabulary: Sendable {
  /// The number of characters of a stem.
  static let stemLength = 7

  /// The forms that stand in the texts.
  private(set) var forms = WordTable()
  /// The stem of each form.
  private(set) var stemOfForm: [Int32] = []
  /// The stems.
  private(set) var stems = WordTable()
  /// The kind of each stem.
  private(set) var kinds: [WordScanner.Kind] = []
  /// How often each stem stands in the texts.
  private(set) var counts: [Int32] = []
  /// The number of words in the texts.
  private(set) var total = 0

  private var scanner = WordScanner()

  /// The length of the sentence that was read last, as its words were counted.
  var lastLength: Int { scanner.length }

  /// The stems of a sentence, in order, which are counted.
  mutating func read(_ sentence: String) -> [Int32] {
    var found: [Int32] = []
    // The scanner is taken out of `self`, so that the closure may change the vocabulary.
    var scanner = WordScanner()
    swap(&scanner, &self.scanner)
    scanner.scan(sentence) { word, kind in
      let stem = number(of: word, kind)
      counts[Int(stem)] += 1
      found.append(stem)
    }
    swap(&scanner, &self.scanner)
    total += found.count
    return found
  }

  /// The stems of a text that the vocabulary knows, in order, and nil for each other word.
  mutating func known(_ text: String) -> [Int32?] {
    var found: [Int32?] = []
    scanner.scan(text) { word, kind in
      found.append(stems.existing(Self.stem(word, kind)).map { Int32($0) })
    }
    return found
  }

  /// The stem with these bytes; nil if the texts do not hold it.
  func stem(_ bytes: ArraySlice<UInt8>) -> Int32? { stems.existing(bytes).map { Int32($0) } }

  /// The share of each stem among the words of the texts, smoothed.
  var shares: [Float] {
    let all = Float(total) + 0.5 * Float(max(1, counts.count))
    return counts.map { (Float($0) + 0.5) / all }
  }

  private mutating func number(of word: ArraySlice<UInt8>, _ kind: WordScanner.Kind) -> Int32 {
    let form = forms.number(of: word)
    if form < stemOfForm.count { return stemOfForm[form] }
    let stem = stems.number(of: Self.stem(word, kind))
    if stem == counts.count {
      counts.append(0)
      kinds.append(kind)
    }
    stemOfForm.append(Int32(stem))
    return Int32(stem)
  }

  private static func stem(
    _ word: ArraySlice<UInt8>, _ kind: WordScanner.Kind
  ) -> ArraySlice<UInt8> {
    guard kind == .letters, word.count > stemLength else { return word }
    var characters = 0
    for (place, byte) in word.enumerated() where byte & 0xC0 != 0x80 {
      if characters == stemLength { return word.prefix(place) }
      characters += 1
    }
    return word
  }
}

extension FullFormLexicon {
  /// The forms that have a reading with a lemma and begin as the lemma does.
  ///
  /// Twenty thousand forms may have the same beginning, and few are the lemma's. So no form is
  /// written out before one of its readings is the lemma: from one form to the next, the number of
  /// bytes is enough that both share with the lemma. The readings, which many forms share, are
  /// compared with the lemma's end once.
  ///
  /// - Parameters:
  ///   - lemma: the lemma.
  ///   - letters: the number of letters, without accents, that the forms share with the lemma.
  /// - Returns: the forms, in the lexicon's order.
  /// - Complexity: O(log n + forms with the beginning).
  func forms(ofLemma lemma: String, sharing letters: Int) -> [String] {
    let lemma = Array(lemma.utf8)
    guard blockCount > 0, let plain = LexiconLayout.plain(lemma) else { return [] }
    let beginning = Array(plain.prefix(letters))
    var endings = LemmaEndings(lemma, lists: readingCount)
    var found: [String] = []
    for block in firstBlock(of: beginning)..<blockCount {
      if order(ofFirstIn: block, beginning, asBeginning: true) > 0 { break }
      var place = place(ofBlock: block)
      var (length, common) = (0, 0)
      for entry in 0..<min(LexiconLayout.blockSize, count - block * LexiconLayout.blockSize) {
        let (shared, rest) = (Int(byte(place)), Int(byte(place + 1)))
        guard shared <= length, shared + rest <= LexiconLayout.maximumForm,
          place + 4 + rest <= pool
        else { return found }
        length = shared + rest
        if shared <= common {
          common = shared
          while common < min(length, lemma.count),
            byte(place + 2 + common - shared) == lemma[common]
          { common += 1 }
        }
        place += 4 + rest
        let list = Int(byte(place - 2)) | Int(byte(place - 1)) << 8
        guard endings.fit(list, ofFormOf: length, sharing: common, in: self) else { continue }
        let form = form(entry, ofBlock: block)
        if Self.order(form, beginning, asBeginning: true) == 0 {
          found.append(String(decoding: form, as: UTF8.self))
        }
      }
    }
    return found
  }

  /// A form of a block, written out.
  private func form(_ entry: Int, ofBlock block: Int) -> [UInt8] {
    var place = place(ofBlock: block)
    var form = [UInt8]()
    for _ in 0...entry where read(at: &place, &form) == nil { return [] }
    return form
  }
}

/// The ways in which lists of readings end a form in a lemma's last letters.
private struct LemmaEndings {
  /// A change that ends in the lemma's last letters.
  private struct Change {
    /// The number of bytes that are cut from the form.
    let cut: Int
    /// The number of the lemma's bytes before those that are added.
    let kept: Int
  }

  private let lemma: [UInt8]
  private var changes: [Change] = []
  /// The places of each list's changes; nil for a list that was not looked at.
  private var places: [Range<Int32>?]

  init(_ lemma: [UInt8], lists: Int) {
    self.lemma = lemma
    places = Array(repeating: nil, count: lists)
  }

  /// Whether one of the readings makes the lemma of a form.
  ///
  /// - Parameters:
  ///   - list: the place of the form's readings.
  ///   - length: the number of the form's bytes.
  ///   - common: the number of bytes at the beginning that the form shares with the lemma.
  ///   - lexicon: the lexicon.
  /// - Returns: whether one does.
  @inline(__always)
  mutating func fit(
    _ list: Int, ofFormOf length: Int, sharing common: Int, in lexicon: FullFormLexicon
  ) -> Bool {
    guard list < places.count else { return false }
    for place in places[list] ?? read(list, lexicon) {
      let change = changes[Int(place)]
      if change.kept <= common, length - change.cut == change.kept { return true }
    }
    return false
  }

  private mutating func read(_ list: Int, _ lexicon: FullFormLexicon) -> Range<Int32> {
    let start = Int32(changes.count)
    // The length is that of the longest form, from which every change can be cut.
    let length = LexiconLayout.maximumForm
    lexicon.forEachChange(list, of: length) { left, added, _ in
      if lemma.count >= added.count,
        lemma.suffix(added.count).elementsEqual(added.lazy.map { lexicon.byte($0) })
      {
        changes.append(Change(cut: length - left, kept: lemma.count - added.count))
      }
      return true
    }
    let range = start..<Int32(changes.count)
    places[list] = range
    return range
  }
}

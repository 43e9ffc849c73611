extension FullFormLexicon {
  /// The forms that have a reading with a lemma and begin as the lemma does.
  ///
  /// Twenty thousand forms may begin with the same two letters, and few are the lemma's. The readings,
  /// which many forms share, are compared with the lemma's end first: they tell how much of its
  /// beginning every form has. No form is written out before one of its readings is the lemma: from
  /// one form to the next, the number of bytes is enough that both share with the lemma.
  ///
  /// - Parameters:
  ///   - lemma: the lemma.
  ///   - letters: the number of letters, without accents, that the forms share with the lemma.
  /// - Returns: the forms, in the lexicon's order.
  /// - Complexity: O(log n + forms with the beginning).
  func forms(ofLemma lemma: String, sharing letters: Int) -> [String] {
    let lemma = Array(lemma.utf8)
    guard blockCount > 0, let plain = LexiconLayout.plain(lemma) else { return [] }
    let changes = readingChanges.table(of: self)
    let endings = LemmaEndings(lemma, changes)
    let kept = LexiconLayout.plain(lemma.prefix(endings.leastKept))?.count ?? 0
    let beginning = Array(plain.prefix(max(letters, kept)))
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
        guard endings.fit(list, ofFormOf: length, sharing: common) else { continue }
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

/// The last letters that readings give to a lemma.
private struct LemmaEndings {
  private let changes: ReadingChanges.Table
  /// For each ending, the number of the lemma's bytes before it; -1 if the lemma ends otherwise.
  private var kept: [Int32] = []
  /// The number of the lemma's bytes that every form has.
  private(set) var leastKept: Int

  init(_ lemma: [UInt8], _ changes: ReadingChanges.Table) {
    self.changes = changes
    leastKept = lemma.count
    kept.reserveCapacity(changes.endings.count)
    for ending in changes.endings {
      let isEnd = lemma.count >= ending.count && lemma.suffix(ending.count).elementsEqual(ending)
      kept.append(isEnd ? Int32(lemma.count - ending.count) : -1)
      if isEnd { leastKept = min(leastKept, lemma.count - ending.count) }
    }
  }

  /// Whether one of the readings makes the lemma of a form.
  ///
  /// - Parameters:
  ///   - list: the place of the form's readings.
  ///   - length: the number of the form's bytes.
  ///   - common: the number of bytes at the beginning that the form shares with the lemma.
  /// - Returns: whether one does.
  @inline(__always)
  func fit(_ list: Int, ofFormOf length: Int, sharing common: Int) -> Bool {
    guard list < changes.ends.count else { return false }
    for place in (list == 0 ? 0 : Int(changes.ends[list - 1]))..<Int(changes.ends[list]) {
      let change = changes.changes[place]
      let kept = Int(kept[Int(change.ending)])
      if kept >= 0, kept <= common, length - Int(change.cut) == kept { return true }
    }
    return false
  }
}

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
    let endings = LemmaEndings(lemma, of: self)
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

/// The ways in which lists of readings end a form in a lemma's last letters.
private struct LemmaEndings {
  /// A change that ends in the lemma's last letters.
  private struct Change {
    /// The number of bytes that are cut from the form.
    let cut: Int
    /// The number of the lemma's bytes before those that are added.
    let kept: Int
  }

  private var changes: [Change] = []
  /// The end of each list's changes.
  private var ends: [Int32] = []
  /// The number of the lemma's bytes that every form has.
  private(set) var leastKept: Int

  init(_ lemma: [UInt8], of lexicon: FullFormLexicon) {
    leastKept = lemma.count
    ends.reserveCapacity(lexicon.readingCount)
    // The length is that of the longest form, from which every change can be cut.
    let length = LexiconLayout.maximumForm
    for list in 0..<lexicon.readingCount {
      lexicon.forEachChange(list, of: length) { left, added, _ in
        if lemma.count >= added.count,
          lemma.suffix(added.count).elementsEqual(added.lazy.map { lexicon.byte($0) })
        {
          let kept = lemma.count - added.count
          changes.append(Change(cut: length - left, kept: kept))
          leastKept = min(leastKept, kept)
        }
        return true
      }
      ends.append(Int32(changes.count))
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
    guard list < ends.count else { return false }
    for place in (list == 0 ? 0 : ends[list - 1])..<ends[list] {
      let change = changes[Int(place)]
      if change.kept <= common, length - change.cut == change.kept { return true }
    }
    return false
  }
}

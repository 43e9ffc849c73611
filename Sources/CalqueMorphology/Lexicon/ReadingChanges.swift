import Synchronization

/// What the readings of a lexicon change in a form to make a lemma, listed with the first question.
///
/// Thousands of lists of readings have a few hundred different endings. A question compares each of
/// those with its lemma once.
final class ReadingChanges: Sendable {
  /// A change: what is cut from a form, and what is put in its place.
  struct Change {
    /// The number of bytes that are cut.
    let cut: UInt8
    /// The place of the new ending among `endings`.
    let ending: UInt16
  }

  /// The changes of all lists of readings.
  struct Table {
    /// The different endings.
    fileprivate(set) var endings: [[UInt8]] = []
    /// The changes, list by list.
    fileprivate(set) var changes: [Change] = []
    /// The end of each list's changes.
    fileprivate(set) var ends: [Int32] = []
  }

  private let made = Mutex<Table?>(nil)

  /// The changes of a lexicon, which is always the same one.
  ///
  /// - Complexity: O(readings) for the first call, O(1) for the others.
  func table(of lexicon: FullFormLexicon) -> Table {
    made.withLock { made in
      if let made { return made }
      let table = Table(lexicon)
      made = table
      return table
    }
  }
}

extension ReadingChanges.Table {
  fileprivate init(_ lexicon: FullFormLexicon) {
    ends.reserveCapacity(lexicon.readingCount)
    var places: [[UInt8]: UInt16] = [:]
    // The length is that of the longest form, from which every change can be cut.
    let length = LexiconLayout.maximumForm
    for list in 0..<lexicon.readingCount {
      lexicon.forEachChange(list, of: length) { left, added, _ in
        let ending = added.map { lexicon.byte($0) }
        let known = places[ending]
        // A lexicon has some hundred endings; a torn file may seem to have more.
        guard known != nil || endings.count < Int(UInt16.max) else { return false }
        let place = known ?? UInt16(endings.count)
        if known == nil {
          places[ending] = place
          endings.append(ending)
        }
        changes.append(ReadingChanges.Change(cut: UInt8(length - left), ending: place))
        return true
      }
      ends.append(Int32(changes.count))
    }
  }
}

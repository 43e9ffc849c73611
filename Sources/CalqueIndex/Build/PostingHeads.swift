internal import CalqueSystem

/// Collects the heads of the long lists of postings while a part is written: see `PostingLayout`.
struct PostingHeads {
  /// The postings of all heads so far, three words each.
  var postings = LongColumn<UInt16>()
  /// The word of each posting: see `PartLayout.headBit`.
  var words = LongColumn<UInt32>()
  /// The place of the first posting in the head of each class so far, and of the next one.
  private(set) var starts: [UInt32]

  /// No heads yet.
  ///
  /// - Parameter place: the place of the first posting in a head.
  init(firstPlace place: Int) { starts = [UInt32(place)] }

  /// The place behind the last posting.
  var end: Int { starts.last.map(Int.init) ?? 0 }

  /// Adds the head of the next class, which is empty if its list is not long.
  ///
  /// - Parameters:
  ///   - list: the postings of some classes.
  ///   - places: the places of the class's postings in `list`.
  ///   - file: the file of the builder.
  /// - Throws: `IndexError.unreadable` if the file cannot be written; `IndexError.tooLarge` if there
  ///   are more postings than an index can number.
  /// - Complexity: O(postings).
  mutating func add(
    _ list: LaidOutPostings, _ places: Range<Int>, _ file: ScratchFile?
  ) throws(IndexError) {
    var count: UInt32 = 0
    if places.count >= PostingLayout.longList {
      for place in places where list.isInHead[place / 64] >> UInt64(place % 64) & 1 != 0 {
        for word in 0..<3 { try postings.append(list.postings[place * 3 + word], file) }
        try words.append(list.words[place], file)
        count += 1
      }
    }
    let (next, isTooLarge) = (starts.last ?? 0).addingReportingOverflow(count)
    if isTooLarge { throw .tooLarge(what: "it needs more than 2³² postings") }
    starts.append(next)
  }
}

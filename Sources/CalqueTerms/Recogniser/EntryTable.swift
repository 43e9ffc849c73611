/// The entries of a recogniser: the patterns of its terms.
///
/// A table may stand over the entries of a frozen recogniser, which have the first numbers.
struct EntryTable: Sendable {
  private let base: FrozenEntries?
  private let baseCount: Int
  /// The entries of the table's own.
  private(set) var own: [Recogniser.Entry] = []

  /// A table without entries of its own.
  init(over base: FrozenEntries? = nil) {
    self.base = base
    baseCount = base?.entries.count ?? 0
  }

  /// Whether there is no entry.
  var isEmpty: Bool { baseCount == 0 && own.isEmpty }

  /// The number of an entry's term; nil if the file of the base is damaged.
  func term(of entry: Int32) -> Int? {
    Int(entry) < baseCount ? base?.term(of: entry) : own[Int(entry) - baseCount].number
  }

  /// An entry; nil if the file of the base is damaged.
  subscript(_ entry: Int32) -> Recogniser.Entry? {
    Int(entry) < baseCount ? base?.entry(entry) : own[Int(entry) - baseCount]
  }

  /// Adds an entry behind the others.
  mutating func append(_ entry: Recogniser.Entry) { own.append(entry) }
}

import CalqueAlign
import CalqueModel
import CalqueStore
import CalqueText

/// The words of the units of a store, as an aligner takes them.
struct UnitWords {
  private let pair: LanguagePair
  /// The words of each side, by number.
  private(set) var source: WordNumbers
  private(set) var target: WordNumbers
  /// The units and their words, without links.
  var contents = LinkFileContents(generation: StoreGeneration(sequence: 0, mark: 0))

  /// Begins without words, or with those of a file.
  init(_ pair: LanguagePair, knowing file: LinkFile? = nil) {
    self.pair = pair
    func numbers(_ language: LanguageTag, _ side: LinkFile.Side?) -> WordNumbers {
      side?.numbers(Language(language)) ?? WordNumbers(Language(language))
    }
    source = numbers(pair.source, file?.source)
    target = numbers(pair.target, file?.target)
  }

  /// Adds a unit that has a text in both languages.
  mutating func add(_ unit: UnitID, source: String, target: String) {
    contents.units.append(unit.rawValue)
    contents.resources.append(0)
    contents.source.append(self.source.readForms(source))
    contents.target.append(self.target.readForms(target))
  }

  /// Reads the units that have a text in both languages.
  ///
  /// - Parameters:
  ///   - store: the store.
  ///   - since: the state after which a unit must have changed; nil for all units.
  /// - Returns: the state of the store that was read; nil if it does not descend from `since`.
  /// - Throws: `StoreError`.
  mutating func read(_ store: Store, since: StoreGeneration?) throws -> StoreGeneration? {
    while true {
      var rows = [Int64: (resource: Int64, words: [UInt32])]()
      var order: [Int64] = []
      let first = try store.changes(language: pair.source.primary, since: since) { variant in
        guard rows[variant.unit.rawValue] == nil else { return }
        rows[variant.unit.rawValue] = (variant.resource, source.readForms(variant.text))
        order.append(variant.unit.rawValue)
      }
      guard let first else { return nil }
      var found = [Int64: [UInt32]]()
      let second = try store.changes(language: pair.target.primary, since: since) { variant in
        let unit = variant.unit.rawValue
        guard rows[unit] != nil, found[unit] == nil else { return }
        found[unit] = target.readForms(variant.text)
      }
      // Both sides must be of one state of the store.
      guard let second, second.generation == first.generation else { continue }
      for unit in order.sorted() {
        guard let words = found.removeValue(forKey: unit), let row = rows.removeValue(forKey: unit)
        else { continue }
        contents.units.append(unit)
        contents.resources.append(row.resource)
        contents.source.append(row.words)
        contents.target.append(words)
      }
      return first.generation
    }
  }
}

extension UnitWords {
  /// The words of some units for the aligner.
  func pairs(_ units: ArraySlice<Int>) -> SentencePairs {
    var pairs = SentencePairs()
    for unit in units {
      pairs.append(
        source: contents.source.unit(unit).lazy.map { source.stem(ofForm: $0) },
        target: contents.target.unit(unit).lazy.map { target.stem(ofForm: $0) })
    }
    return pairs
  }
}

public import CalqueModel
import CalqueStore

extension Workspace {
  /// The pairs that the store's memories and glossaries hold, each once, in one direction.
  ///
  /// Regions are told apart only where a language occurs in one spelling alone.
  ///
  /// - Throws: `WorkspaceError.store` where the store cannot be read.
  public func pairs() throws(WorkspaceError) -> [LanguagePair] {
    // In the order in which they were made: what is added later does not turn a pair round.
    let resources = try WorkspaceError.carrying { try store.resources().inOrderOfMaking }
    var spellings = [String: Set<LanguageTag>]()
    for tag in resources.flatMap(\.resource.languages) {
      spellings[tag.primary, default: []].insert(tag)
    }
    func shown(_ tag: LanguageTag) -> LanguageTag {
      spellings[tag.primary]?.count == 1 ? tag : LanguageTag(tag.primary)
    }
    var pairs = [LanguagePair]()
    for resource in resources {
      let languages = resource.resource.languages
      for (place, source) in languages.enumerated() {
        for target in languages[(place + 1)...] where target.primary != source.primary {
          let pair = LanguagePair(source: shown(source), target: shown(target))
          if !pairs.contains(pair), !pairs.contains(pair.reversed) { pairs.append(pair) }
        }
      }
    }
    return pairs
  }

  /// The pair to ask in: the one named, else the configured one, else the only one there is.
  ///
  /// - Parameter named: the value of `--pair`.
  /// - Returns: the pair.
  /// - Throws: `WorkspaceError.usage` where that leaves a choice, with the pairs to choose from.
  public func pair(named: LanguagePair? = nil) throws(WorkspaceError) -> LanguagePair {
    if let pair = named ?? configuration.pair { return pair }
    let pairs = try pairs()
    if pairs.count == 1 { return pairs[0] }
    guard !pairs.isEmpty else {
      throw .usage("the store is empty", remedy: .importFirst)
    }
    let list = pairs.map(\.description).joined(separator: ", ")
    throw .usage("the store holds several pairs: \(list)", remedy: .choosePair(pairs))
  }

  /// The only pair that the store holds.
  func onlyPair() throws(WorkspaceError) -> LanguagePair? {
    let pairs = try pairs()
    return pairs.count == 1 ? pairs[0] : nil
  }
}

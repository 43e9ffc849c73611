public import CalqueModel
import CalqueStore

extension Workspace {
  /// The pairs of the store's memories and glossaries, each once, in one direction.
  ///
  /// A pair names the region of a language only if the store has the language in a single spelling.
  ///
  /// - Throws: `WorkspaceError` of the kind `store` if the store cannot be read.
  public func pairs() throws(WorkspaceError) -> [LanguagePair] {
    // In the order in which the resources were made, so that a later resource does not reverse a
    // pair.
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

  /// The pair of a question: the named one, or the configured one, or the store's only one.
  ///
  /// - Parameter named: the value of `--pair`.
  /// - Returns: the pair.
  /// - Throws: `WorkspaceError` of the kind `request` if the store has no pair or several; the
  ///   message lists them.
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

  /// The only pair of the store; nil if the store has none or several.
  func onlyPair() throws(WorkspaceError) -> LanguagePair? {
    let pairs = try pairs()
    return pairs.count == 1 ? pairs[0] : nil
  }
}

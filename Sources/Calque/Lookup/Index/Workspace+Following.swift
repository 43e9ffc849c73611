import CalqueIndex
import CalqueModel
import CalqueText

extension Workspace {
  /// Brings the indexes up to date after a change of the store that was committed.
  ///
  /// - Parameters:
  ///   - kind: whether memories or glossaries changed.
  ///   - languages: the languages of the new rows, the source side first.
  ///
  /// After a change of memories, the index of the source side is built if it is missing. Every
  /// existing index is brought up to date. If that fails or another process builds the index,
  /// nothing is lost, because the next lookup brings the index up to date.
  func storeChanged(kind: Resource.Kind, languages: [LanguageTag]) {
    let index = MemoryIndex(store)
    var standing = index.languages
    if kind == .memory, let source = languages.first.map(Language.init),
      !standing.contains(source)
    {
      standing.append(source)
    }
    for language in standing { _ = try? index.current(language, patience: .none) }
  }
}

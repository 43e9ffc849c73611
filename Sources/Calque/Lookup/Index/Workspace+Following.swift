import CalqueIndex
import CalqueModel
import CalqueText

extension Workspace {
  /// Lets what is derived from the store follow a change that has been committed.
  ///
  /// - Parameters:
  ///   - kind: whether memories or glossaries changed.
  ///   - languages: the languages of what came in, the source side first.
  ///
  /// The index of the source side is built or caught up, and so is every other that is there. Where
  /// that fails or another process builds, nothing is lost: the next lookup catches up.
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

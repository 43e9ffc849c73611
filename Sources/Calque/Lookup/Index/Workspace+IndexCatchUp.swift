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
  /// existing index is brought up to date. After a change of glossaries, the recognisers of the
  /// languages are made if they are missing, and those that are far behind are made again. If that
  /// fails or another process builds, nothing is lost, because the next lookup does it.
  func storeChanged(kind: Resource.Kind, languages: [LanguageTag]) {
    let index = MemoryIndex(store)
    var standing = index.languages
    if kind == .memory, let source = languages.first.map(Language.init),
      !standing.contains(source)
    {
      standing.append(source)
    }
    for language in standing { _ = try? index.current(language, patience: .none) }
    if kind == .glossary { recognisersChanged(languages) }
  }

  private func recognisersChanged(_ languages: [LanguageTag]) {
    let files = RecogniserFiles(store)
    var standing = files.languages
    for language in languages.map(Language.init) where !standing.contains(language) {
      standing.append(language)
    }
    for language in standing {
      let morphology = Morphologies.ofProcess.morphology(of: language)
      _ = try? files.current(morphology, patience: .none)
    }
  }
}

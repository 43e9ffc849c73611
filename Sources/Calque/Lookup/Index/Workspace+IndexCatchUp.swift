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
  /// After a change of glossaries, the recogniser of the source side is made if it is missing, and
  /// those that are far behind are made again. After a change of memories, the index of the source side is built if it is missing. Every
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
    if kind == .glossary { recognisersChanged(languages) }
  }

  private func recognisersChanged(_ languages: [LanguageTag]) {
    let files = RecogniserFiles(store)
    var standing = files.languages
    if let source = languages.first.map(Language.init), !standing.contains(source) {
      standing.append(source)
    }
    for language in standing {
      let morphology = Morphologies.ofProcess.morphology(of: language)
      _ = try? files.current(morphology, patience: .none)
    }
  }
}

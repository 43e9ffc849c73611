internal import CalqueIndex
internal import CalqueMatch
internal import CalqueModel
internal import CalqueStore
internal import CalqueText

/// The fuzzy index of a store: its folder, and the source of its texts.
///
/// The store is authoritative. Whatever is wrong with the index, a lookup can scan, and the index
/// can be rebuilt.
struct MemoryIndex {
  let store: Store
  private let folder: IndexFolder

  init(_ store: Store) {
    self.store = store
    folder = IndexFolder(path: store.path + "-index")
  }

  /// The index of a language as it is; nil if the index has not reached the store's state.
  func ready(_ language: Language) -> IndexFolder.Opened? {
    guard let opened = try? folder.open(language),
      let generation = try? StoreSource(store: store).generation()
    else { return nil }
    return generation == opened.generation ? opened : nil
  }

  /// The index of a language, caught up with the store.
  ///
  /// - Parameters:
  ///   - language: the language.
  ///   - patience: the time to wait for another builder.
  /// - Returns: the index.
  /// - Throws: `IndexError` if there is no sound index and none can be built.
  func current(
    _ language: Language, patience: IndexPatience = .moment
  ) throws -> IndexFolder.Opened {
    try ready(language)
      ?? folder.update(language, from: StoreSource(store: store), patience: patience)
  }

  /// Builds the index of a language from nothing.
  ///
  /// - Parameters:
  ///   - language: the language.
  ///   - broken: the index that was found to be wrong; if another thread or process has rebuilt the
  ///     index meanwhile, the rebuilt one is taken.
  /// - Returns: the index.
  /// - Throws: `IndexError` if none can be built.
  func rebuild(
    _ language: Language, insteadOf broken: IndexFolder.Opened?
  ) throws -> IndexFolder.Opened {
    try folder.update(language, from: StoreSource(store: store), insteadOf: broken)
  }

  /// The folder of the index.
  var path: String { folder.path }

  /// The languages that have an index, whatever the state of the index.
  var languages: [Language] { folder.languages }
}

/// The store as the source of an index.
struct StoreSource: IndexSource {
  let store: Store

  func generation() throws -> IndexGeneration {
    let generation = try store.generation()
    return IndexGeneration(sequence: generation.sequence, mark: generation.mark)
  }

  func changes(
    language: String, since: IndexGeneration?, _ body: (MemorySegment) throws -> Void
  ) throws -> (generation: IndexGeneration, gone: [Int64])? {
    let changes = try store.changes(
      language: language,
      since: since.map { StoreGeneration(sequence: $0.sequence, mark: $0.mark) }
    ) { variant in try body(MemorySegment(variant)) }
    return changes.map { generation, gone in
      (IndexGeneration(sequence: generation.sequence, mark: generation.mark), gone)
    }
  }
}

extension MemorySegment {
  /// A text of the store.
  init(_ variant: StoredVariant) {
    self.init(
      variant: variant.id, unit: variant.unit.rawValue, resource: variant.resource,
      status: variant.status, changed: variant.changed, text: variant.text,
      breaks: variant.breaks)
  }
}

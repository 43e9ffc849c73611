internal import CalqueMatch
internal import CalqueModel
internal import CalqueSystem
package import CalqueText

/// So much is new that the index had better be built anew.
private struct TooMuch: Error {}

/// The index of a store: a folder beside it, derived from it, to be deleted at any time.
///
/// Of each language `LANG.index`, the directory, and its parts `LANG-NUMBER.part`. Parts
/// are written whole, brought to the disk and never changed; then the directory is replaced by a
/// rename, and only then what it no longer names is deleted. A crash at any point leaves the index
/// as it was, or none. One process builds at a time, behind a lock; readers take none.
package struct IndexFolder: Sendable {
  /// The folder.
  package let path: String

  /// The folder at a path; it need not exist.
  package init(path: String) { self.path = path }

  /// An index, ready for questions.
  package struct Opened: Sendable {
    /// The state of the store that it stands for.
    package let generation: IndexGeneration
    /// Its parts.
    package let parts: [LivePart]
    /// What was wrong with the index that this one was built in the place of.
    package fileprivate(set) var fault: IndexError?
    let entries: [IndexDirectory.Entry]

    /// Whether nothing of another index is in this one: it was built anew since.
    fileprivate func sharesNothing(with other: Opened) -> Bool {
      let numbers = Set(other.entries.map(\.number))
      return !entries.contains { numbers.contains($0.number) }
    }
  }

  /// How many small parts may stand beside the large one.
  static let mostDeltas = 8

  private func directoryPath(_ language: String) -> String { "\(path)/\(language).index" }

  private func partPath(_ language: String, _ number: UInt64) -> String {
    "\(path)/\(language)-\(number).part"
  }

  /// The languages that have an index, in whatever state.
  package var languages: [Language] {
    (Files.names(in: path) ?? []).filter { $0.hasSuffix(".index") }.sorted().map {
      Language(LanguageTag(String($0.dropLast(6))))
    }
  }

  // MARK: Reading

  /// Opens the index of a language as it stands, whatever state of the store it is for.
  ///
  /// - Throws: `IndexError` where there is none or it cannot be trusted.
  package func open(_ language: Language) throws(IndexError) -> Opened {
    // Between the directory and a part's opening a builder may have replaced both: once more.
    for _ in 0..<3 {
      do throws(IndexError) {
        return try openOnce(language.primary)
      } catch {
        if case .missing(let path) = error, path != directoryPath(language.primary) { continue }
        throw error
      }
    }
    return try openOnce(language.primary)
  }

  private func openOnce(_ language: String) throws(IndexError) -> Opened {
    let directory = try IndexDirectory(path: directoryPath(language))
    var parts = [LivePart]()
    for entry in directory.entries {
      let path = partPath(language, entry.number)
      let part = try IndexPart(path: path)
      guard part.fileSize == entry.size, part.sum == entry.sum else {
        throw .damaged(path: path, what: "it is not the part that the directory names")
      }
      parts.append(try LivePart(part, gone: entry.gone, fewer: entry.fewer))
    }
    return Opened(
      generation: directory.generation, parts: parts, entries: directory.entries)
  }

  // MARK: Building

  /// Brings the index of a language up to the store's state, or builds it.
  ///
  /// - Parameters:
  ///   - language: the language.
  ///   - source: the store.
  ///   - broken: an index that was found to be wrong: as long as anything of it is there, all is
  ///     built from nothing.
  ///   - patience: how long to wait for another builder.
  /// - Returns: the index, for the state of the store that was found.
  /// - Throws: `IndexError` where it cannot be written or another builder holds the lock, and what
  ///   the source throws.
  package func update(
    _ language: Language, from source: some IndexSource, insteadOf broken: Opened? = nil,
    patience: IndexPatience = .moment
  ) throws -> Opened {
    let lock = try IndexLock(folder: path, patience: patience)
    return try withExtendedLifetime(lock) {
      try updateLocked(language, source, insteadOf: broken)
    }
  }

  private func updateLocked(
    _ language: Language, _ source: some IndexSource, insteadOf broken: Opened?
  ) throws -> Opened {
    var before: Opened?
    var fault: IndexError?
    do throws(IndexError) {
      before = try open(language)
      if let broken, before?.sharesNothing(with: broken) == false { before = nil }
    } catch {
      before = nil
      if error != .missing(path: directoryPath(language.primary)) { fault = error }
    }
    if let before, !before.entries.isEmpty {
      // Another process may have done it while this one waited.
      if try source.generation() == before.generation { return before }
      do {
        if let caughtUp = try catchUp(before, language, source) { return caughtUp }
      } catch IndexError.foreign(let path) {
        fault = .foreign(path: path)
      } catch IndexError.damaged(let path, let what) {
        fault = .damaged(path: path, what: what)
      }
    }
    var opened = try build(language, source)
    opened.fault = fault
    return opened
  }

  private func build(_ language: Language, _ source: some IndexSource) throws -> Opened {
    var builder = PartBuilder(language: language)
    guard
      let (generation, _) = try source.changes(
        language: language.primary, since: nil, { try builder.add($0) })
    else { throw IndexError.foreign(path: path) }
    let entry = try write(&builder, language, generation)
    return try install(
      IndexDirectory(generation: generation, entries: [entry]), writing: entry, language)
  }

  /// Adds a part with what is new, or, where there are many, one instead of all the small ones.
  ///
  /// Nil where building anew is better: a quarter of the large part is new or gone.
  ///
  /// - Throws: `IndexError.foreign` where the store does not descend from the state that was
  ///   indexed, `IndexError.damaged` where a merge finds that blocks are not what was written.
  private func catchUp(
    _ before: Opened, _ language: Language, _ source: some IndexSource
  ) throws -> Opened? {
    let merges = before.entries.count > Self.mostDeltas
    let kept = merges ? 1 : before.entries.count
    let since = merges ? before.entries[0].built : before.generation
    var builder = PartBuilder(language: language)
    var fresh = [Int64]()
    let most = before.parts[0].count / 4 + 1_000
    let changes: (generation: IndexGeneration, gone: [Int64])?
    do {
      changes = try source.changes(language: language.primary, since: since) { segment in
        if builder.count >= most { throw TooMuch() }
        fresh.append(segment.variant)
        try builder.add(segment)
      }
    } catch is TooMuch { return nil }
    guard let (generation, gone) = changes else { throw IndexError.foreign(path: path) }
    var entries = Array(before.entries.prefix(kept))
    for place in 0..<kept {
      // Since the large part was built everything is asked again, what is gone too: the store
      // may have been restored to a state in between.
      var live =
        merges ? LivePart(before.parts[place].part) : before.parts[place]
      // What stays for long is built on blocks that are known to be whole.
      if merges { try live.part.verify([.variants]) }
      let units = live.part.units(holding: gone + fresh)
      if merges, !units.isEmpty { try live.part.verify([.records, .tokens, .formClasses]) }
      live.remove(units)
      if place == 0, live.goneCount > most { return nil }
      entries[place].gone = live.goneUnits
      entries[place].fewer = live.fewerClasses
    }
    let added = builder.count > 0 ? try write(&builder, language, generation) : nil
    if let added { entries.append(added) }
    return try install(
      IndexDirectory(generation: generation, entries: entries), writing: added, language)
  }

  private func write(
    _ builder: inout PartBuilder, _ language: Language, _ generation: IndexGeneration
  ) throws(IndexError) -> IndexDirectory.Entry {
    var number = UInt64(bitPattern: generation.sequence)
    while FileStatus(partPath(language.primary, number)) != nil {
      number = UInt64.random(in: 0...UInt64(Int64.max))
    }
    let path = partPath(language.primary, number)
    let size = try builder.write(to: path)
    do throws(IndexError) {
      return IndexDirectory.Entry(
        number: number, size: UInt64(size), sum: try IndexPart(path: path).sum,
        built: generation, gone: [], fewer: [])
    } catch {
      // No directory names the part.
      try? Files.remove(path)
      throw error
    }
  }

  /// Makes a directory the one that counts, and deletes what it does not name; where that fails, the
  /// part that was written for it goes.
  private func install(
    _ directory: IndexDirectory, writing added: IndexDirectory.Entry?, _ language: Language
  ) throws(IndexError) -> Opened {
    do throws(FileFailure) {
      let file = try AtomicFile(directoryPath(language.primary))
      try unsafe file.write(directory.words.withUnsafeBytes { unsafe Array($0) })
      try file.commit(synchronizesFolder: false)
    } catch {
      // The old directory still counts, which does not name the part that was written for this one.
      if let added { try? Files.remove(partPath(language.primary, added.number)) }
      throw .unreadable(error)
    }
    // The index is derived: a rename that a power cut undoes costs a rebuilt index.
    try? Files.synchronize(folder: path)
    let opened = try openOnce(language.primary)
    let named = Set(directory.entries.map { partPath(language.primary, $0.number) })
    for name in Files.names(in: path) ?? [] where name.hasPrefix("\(language.primary)-") {
      let file = Paths.join(path, name)
      if !named.contains(file) { try? Files.remove(file) }
    }
    Files.removeTemporaryFiles(in: path)
    return opened
  }
}

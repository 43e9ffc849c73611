internal import CalqueMatch
internal import CalqueModel
internal import CalqueSystem
package import CalqueText

/// Ends a catching up whose new texts are so many that a rebuilt index is better.
private struct TooManyChanges: Error {}

/// The index of a store: a folder beside the store, derived from it, that may be deleted any time.
///
/// Each language has a directory, `LANG.index`, and parts, `LANG-NUMBER.part`. A part is written
/// whole, brought to the disk and never changed. Then a rename replaces the directory. Only then
/// the parts are deleted that the directory no longer names, each with its `PhraseFile`. A crash at
/// any point leaves the old index, or none. One process builds at a time, behind a lock; readers
/// take no lock.
package struct IndexFolder: Sendable {
  /// The path of the folder.
  package let path: String

  /// The folder at a path, which need not exist.
  package init(path: String) { self.path = path }

  /// An index, ready for questions.
  package struct Opened: Sendable {
    /// The state of the store that the index has reached.
    package let generation: IndexGeneration
    /// The parts of the index.
    package let parts: [LivePart]
    /// The fault of the earlier index that this index replaces; nil if there was none.
    package fileprivate(set) var fault: IndexError?
    let entries: [IndexDirectory.Entry]

    /// Whether this index has no part of another index, because it was rebuilt since.
    fileprivate func sharesNothing(with other: Opened) -> Bool {
      let numbers = Set(other.entries.map(\.number))
      return !entries.contains { numbers.contains($0.number) }
    }
  }

  /// The maximum number of small parts beside the large one.
  static let maximumDeltas = 8

  private func directoryPath(_ language: String) -> String {
    "\(path)/\(LanguageFileName.name(of: language)).index"
  }

  private func partPath(_ language: String, _ number: UInt64) -> String {
    "\(path)/\(LanguageFileName.name(of: language))-\(number)\(Self.partSuffix)"
  }

  /// The suffix of a part's file.
  static let partSuffix = ".part"

  /// The languages that have an index, whatever the state of the index.
  package var languages: [Language] {
    (Files.names(in: path) ?? []).filter { $0.hasSuffix(".index") }.sorted().compactMap {
      LanguageFileName.language(named: String($0.dropLast(6))).map { Language(LanguageTag($0)) }
    }
  }

  // MARK: Reading

  /// Opens the index of a language as it is, whatever state of the store it has reached.
  ///
  /// - Throws: `IndexError` if there is no index or if the index is damaged.
  package func open(_ language: Language) throws(IndexError) -> Opened {
    // A builder may replace the directory and the parts between the opening of the directory and
    // the opening of a part: then both are opened again.
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

  /// Brings the index of a language up to the store's state, or builds the index.
  ///
  /// - Parameters:
  ///   - language: the language.
  ///   - source: the store.
  ///   - broken: an index that was found to be wrong; the index is rebuilt if any part of `broken`
  ///     is still in use.
  ///   - patience: the time to wait for another builder.
  /// - Returns: the index, with the state of the store that was read.
  /// - Throws: `IndexError` if the index cannot be written or another builder holds the lock; the
  ///   errors of the source.
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
      // Another builder may have caught up while this one waited.
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
    var builder = PartBuilder(language: language, scratch: path)
    guard
      let (generation, _) = try source.changes(
        language: language.primary, since: nil, { try builder.add($0) })
    else { throw IndexError.foreign(path: path) }
    let entry = try write(&builder, language, generation)
    return try install(
      IndexDirectory(generation: generation, entries: [entry]), writing: entry, language)
  }

  /// Adds a part with the new texts; if there are too many small parts, one part replaces them all.
  ///
  /// Nil if a rebuilt index is better: the new texts, or the texts gone from the large part, are
  /// more than a quarter of the large part and a thousand.
  ///
  /// - Throws: `IndexError.foreign` if the store does not descend from the state of the index;
  ///   `IndexError.damaged` if a merge finds a damaged section.
  private func catchUp(
    _ before: Opened, _ language: Language, _ source: some IndexSource
  ) throws -> Opened? {
    let merges = before.entries.count > Self.maximumDeltas
    let kept = merges ? 1 : before.entries.count
    let since = merges ? before.entries[0].built : before.generation
    var builder = PartBuilder(language: language, scratch: path)
    var fresh = [Int64]()
    let maximum = before.parts[0].count / 4 + 1_000
    let changes: (generation: IndexGeneration, gone: [Int64])?
    do {
      changes = try source.changes(language: language.primary, since: since) { segment in
        if builder.count >= maximum { throw TooManyChanges() }
        fresh.append(segment.variant)
        try builder.add(segment)
      }
    } catch is TooManyChanges { return nil }
    guard let (generation, gone) = changes else { throw IndexError.foreign(path: path) }
    var entries = Array(before.entries.prefix(kept))
    for place in 0..<kept {
      // A merge asks for all changes since the large part was built, gone texts included: the store
      // may have been restored to a state in between.
      var live =
        merges ? LivePart(before.parts[place].part) : before.parts[place]
      // A merge stays for long, so the sections that it relies on are verified.
      if merges { try live.part.verify([.variants]) }
      let units = live.part.units(holding: gone + fresh)
      if merges, !units.isEmpty { try live.part.verify([.records, .tokens, .formClasses]) }
      live.remove(units)
      if place == 0, live.goneCount > maximum { return nil }
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

  /// Replaces the directory, and deletes the parts that the new directory does not name.
  ///
  /// If the directory cannot be replaced, the part that was written for it is deleted.
  private func install(
    _ directory: IndexDirectory, writing added: IndexDirectory.Entry?, _ language: Language
  ) throws(IndexError) -> Opened {
    do throws(FileFailure) {
      let file = try AtomicFile(directoryPath(language.primary))
      try unsafe file.write(directory.words.withUnsafeBytes { unsafe Array($0) })
      try file.commit(synchronizesFolder: false)
    } catch {
      // The old directory stays in use, and does not name the part that was written for the new
      // one.
      if let added { try? Files.remove(partPath(language.primary, added.number)) }
      throw .unreadable(error)
    }
    // The index is derived: a rename that a power cut undoes costs a rebuilt index.
    try? Files.synchronize(folder: path)
    let opened = try openOnce(language.primary)
    let prefix = Array("\(LanguageFileName.name(of: language.primary))-".utf8)
    let kept = directory.entries.map { partPath(language.primary, $0.number) }
    let named = Set(kept + kept.map { PhraseFile.path(ofPart: $0) })
    for name in Files.names(in: path) ?? [] where name.utf8.starts(with: prefix) {
      // The folder holds files of pairs, too: en-fr.links is no part of the index of en.
      guard name.hasSuffix(Self.partSuffix) || name.hasSuffix(PhraseFile.suffix) else { continue }
      let file = Paths.join(path, name)
      if !named.contains(file) { try? Files.remove(file) }
    }
    Files.removeTemporaryFiles(in: path)
    return opened
  }
}

import CalqueAlign
import CalqueModel
import CalqueStore
import CalqueSystem
import CalqueText

/// The word links of a store's memories for a pair of languages: the file of the memories as they
/// were when their words were aligned, and a small one of what has changed since.
struct WordLinks: Sendable {
  /// The file that holds most units.
  let base: LinkFile
  /// The file of the units that came or changed later; nil if there are none.
  let delta: LinkFile?

  /// The number of units whose words are linked.
  var units: Int { base.units.count + (delta.map { $0.units.count - $0.gone.count } ?? 0) }
}

/// The folder of the word links of a store: finds, catches up and builds their files.
///
/// A file is written whole and renamed into place; one process builds at a time, behind a lock.
/// Readers take no lock.
struct WordLinkFolder {
  let store: Store
  /// The two languages in the order of their tags, so that one file serves both directions.
  let pair: LanguagePair

  /// The maximum number of units that teach; of a larger memory, evenly spread ones.
  static let maxTeaching = 150_000
  /// The number of units that are so few that their words are linked several times: of a word that
  /// stands in a dozen units, a single run of draws may learn a wrong translation for good.
  private static let few = 5_000
  /// The number of units that are linked at once by what the others taught.
  private static let chunk = 25_000

  /// The folder for a pair, whichever side is the source.
  init(_ store: Store, pair: LanguagePair) {
    self.store = store
    self.pair = pair.hasReversedLinks ? pair.reversed : pair
  }

  private var folder: String { store.path + "-index" }

  private func path(_ ending: String) -> String {
    Paths.join(folder, "\(pair.source.primary)-\(pair.target.primary).\(ending)")
  }

  private func opened() -> WordLinks? {
    guard let base = LinkFile(path("links")) else { return nil }
    let delta = LinkFile(path("newlinks"))
    return WordLinks(base: base, delta: delta?.base == base.sum ? delta : nil)
  }

  /// The links of the present state of the store; nil if they must be built first.
  ///
  /// A few changed units are linked at once, by what the others taught.
  func ready() throws -> WordLinks? {
    guard let opened = opened() else { return nil }
    let generation = try store.generation()
    if (opened.delta ?? opened.base).generation == generation { return opened }
    guard let changed = try store.unitsChanged(since: opened.base.generation),
      changed.count <= max(2_000, opened.base.units.count / 4)
    else { return nil }
    let lock = try? FileLock(path("links-lock"))
    guard lock != nil else { return opened }
    return try withExtendedLifetime(lock) { try catchUp(opened, changed) }
  }

  /// The links of the present state of the store, which are built where they are missing.
  ///
  /// - Parameter progress: takes the share that is done, from 0 to 1.
  /// - Returns: the links; nil if there are no units, or if the file cannot be written.
  /// - Throws: `StoreError`, `FileFailure`.
  func built(progress: @escaping (Double) -> Void) throws -> WordLinks? {
    if let ready = try ready() { return ready }
    try? Files.makeFolder(folder)
    guard let lock = try? FileLock(path("links-lock"), patience: .seconds(3_600)) else {
      return nil
    }
    return try withExtendedLifetime(lock) {
      if let ready = opened(), try ready.base.generation == store.generation() { return ready }
      return try build(progress)
    }
  }

  // MARK: Building

  private func build(_ progress: @escaping (Double) -> Void) throws -> WordLinks? {
    var reader = UnitWords(pair)
    guard let generation = try reader.read(store, since: nil) else { return nil }
    guard !reader.contents.units.isEmpty else { return nil }
    progress(0.02)
    var aligner = WordAligner(
      reader.source, reader.target,
      lexicons: [BilingualLexicon.shipped(for: pair)].compactMap(\.self))
    let count = reader.contents.units.count
    let step = max(1, (count + Self.maxTeaching - 1) / Self.maxTeaching)
    let teaching = Array(stride(from: 0, to: count, by: step))
    let share = step == 1 ? 0.95 : 0.6
    var found = aligner.align(
      reader.pairs(teaching[...]), schedule: .init(pairs: teaching.count),
      chains: teaching.count <= Self.few ? 4 : 1
    ) { progress(0.02 + $0 * share) }
    if step == 1 {
      for links in found { reader.contents.append(links) }
    } else {
      found = []
      for start in stride(from: 0, to: count, by: Self.chunk) {
        let some = Array(start..<min(count, start + Self.chunk))
        for links in aligner.align(
          reader.pairs(some[...]), schedule: .known, learns: false)
        {
          reader.contents.append(links)
        }
        progress(0.62 + 0.35 * Double(start) / Double(count))
      }
    }
    reader.contents.generation = generation
    try reader.contents.write(to: path("links"), reader.source, reader.target, aligner: aligner)
    try? Files.remove(path("newlinks"))
    progress(1)
    return opened()
  }

  private func catchUp(_ links: WordLinks, _ changed: [Int64]) throws -> WordLinks? {
    let base = links.base
    var reader = UnitWords(pair, knowing: base)
    guard let generation = try reader.read(store, since: base.generation) else { return nil }
    var contents = reader.contents
    let numbers = Set(changed)
    contents.gone = base.units.array.filter { numbers.contains($0) }
    if !contents.units.isEmpty {
      var aligner = base.aligner(of: reader)
      let all = Array(contents.units.indices)
      for found in aligner.align(reader.pairs(all[...]), schedule: .known, learns: false) {
        contents.append(found)
      }
    }
    contents.generation = generation
    contents.base = base.sum
    do {
      try contents.write(to: path("newlinks"), reader.source, reader.target, aligner: nil)
    } catch { return links }
    return opened()
  }
}

extension LanguagePair {
  /// Whether the target language of files of links is the pair's source language: the languages are
  /// in the order of their tags there.
  var hasReversedLinks: Bool { target.primary < source.primary }
}

extension LinkFile {
  /// An aligner that knows what the links of the file have taught.
  ///
  /// - Parameter words: the words of the units that are aligned, which continue those of the file.
  /// - Returns: the aligner.
  func aligner(of words: UnitWords) -> WordAligner {
    WordAligner(
      forward: model(forward: true, words: words.source.count + 1),
      backward: model(forward: false, words: words.target.count + 1))
  }
}

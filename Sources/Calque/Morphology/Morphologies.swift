package import CalqueMorphology
import CalqueSystem
package import CalqueText
import Synchronization

/// What is known of the forms of each language's words, with the lexicons that were built
/// here and the taggers that came with Calque.
///
/// A file is mapped when a question needs it, and then serves the whole process.
package final class Morphologies: Sendable {
  /// Those of this process: its files are found beside its program.
  package static let ofProcess = Morphologies { LexiconFiles.ofProcess }

  private let files: @Sendable () -> LexiconFiles
  /// The folders that the program named, which are looked into first.
  private let named = Mutex<[String]>([])
  private let held = Mutex<[String: Morphology]>([:])
  /// The families of the last words: a search asks for the same word twice.
  private let families = Mutex<[(word: String, language: String, family: Set<String>)]>([])

  package init(_ files: @escaping @Sendable () -> LexiconFiles) {
    self.files = files
  }

  /// Looks for files in some folders before the usual places.
  ///
  /// - Throws: `WorkspaceError` of the kind `request` if a folder holds neither a lexicon nor a
  ///   tagger; nothing is changed then.
  package func use(_ folders: [String]) throws(WorkspaceError) {
    for folder in folders where !Self.holdsFiles(folder) {
      throw .usage(
        "\(folder) holds no lexicon and no tagger",
        remedy: "name the folder that the installation fills, share/calque/lexicon")
    }
    named.withLock { $0 = folders }
    held.withLock { $0 = [:] }
    families.withLock { $0 = [] }
  }

  private static func holdsFiles(_ folder: String) -> Bool {
    let suffixes = [LexiconFiles.Kind.lexicon, .tagger].map { ".\($0.rawValue)" }
    return (Files.names(in: folder) ?? []).contains { name in
      suffixes.contains { name.hasSuffix($0) }
    }
  }

  /// The morphology of a language; without a lexicon or a tagger if there is none or it
  /// cannot be used.
  package func morphology(of language: Language) -> Morphology {
    held.withLock { held in
      if let known = held[language.primary] { return known }
      let morphology = Morphology(
        language, lexicon: lexicon(of: language), tagger: tagger(of: language))
      held[language.primary] = morphology
      return morphology
    }
  }

  /// The forms of all words of which a word may be a form.
  package func family(of word: String, in language: Language) -> Set<String> {
    let known = families.withLock { families in
      families.first { $0.word == word && $0.language == language.primary }?.family
    }
    if let known { return known }
    let family = morphology(of: language).family(of: word)
    families.withLock { families in
      families.insert((word, language.primary, family), at: 0)
      if families.count > Self.maxFamilies { families.removeLast() }
    }
    return family
  }

  private static let maxFamilies = 64

  private func lexicon(of language: Language) -> FullFormLexicon? {
    file(of: language, .lexicon).flatMap {
      try? FullFormLexicon(address: $0.address, size: $0.count, owner: $0)
    }
  }

  private func tagger(of language: Language) -> PerceptronTagger? {
    file(of: language, .tagger).flatMap {
      try? PerceptronTagger(address: $0.address, size: $0.count, owner: $0)
    }
  }

  private func file(of language: Language, _ kind: LexiconFiles.Kind) -> MappedFile? {
    files().behind(named.withLock { $0 }).path(of: language, kind).flatMap { try? MappedFile($0) }
  }
}

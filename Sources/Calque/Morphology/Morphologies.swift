package import CalqueMorphology
import CalqueSystem
package import CalqueText
import Synchronization

/// What is known of the forms of each language's words, with the lexicons that were built here.
///
/// A lexicon is mapped when a question needs it, and then serves the whole process.
package final class Morphologies: Sendable {
  /// Those of this process: its lexicons are found beside its program.
  package static let ofProcess = Morphologies { LexiconFiles.ofProcess }

  private let files: @Sendable () -> LexiconFiles
  private let held = Mutex<[String: Morphology]>([:])

  package init(_ files: @escaping @Sendable () -> LexiconFiles) {
    self.files = files
  }

  /// The morphology of a language; without a lexicon if there is none or it cannot be used.
  package func morphology(of language: Language) -> Morphology {
    held.withLock { held in
      if let known = held[language.primary] { return known }
      let morphology = Morphology(language, lexicon: lexicon(of: language))
      held[language.primary] = morphology
      return morphology
    }
  }

  private func lexicon(of language: Language) -> FullFormLexicon? {
    guard let path = files().path(of: language), let file = try? MappedFile(path) else {
      return nil
    }
    return try? FullFormLexicon(address: file.address, size: file.count, owner: file)
  }
}

import CalqueModel
import CalqueStore
import Synchronization

/// The finders of renderings, kept for all questions of a workspace with what they know of words.
final class RenderingFinders: Sendable {
  private struct Key: Equatable, Sendable {
    let pair: LanguagePair
    let memories: Set<Int64>?
    let isExact: Bool
  }

  // Few pairs and choices are asked at once, so a list serves.
  private let held = Mutex<[(key: Key, finder: RenderingFinder)]>([])

  /// Asks the finder for the present state of a store.
  ///
  /// - Parameters:
  ///   - store: the store.
  ///   - pair: the pair, of which phrases are in the source language.
  ///   - memories: the memories that count; nil for all.
  ///   - isExact: whether a word stands for no other form of the word.
  ///   - question: the question.
  /// - Returns: the answer; nil if the words of the memories are not linked.
  /// - Throws: `StoreError`, the errors of the question.
  func ask<Answer>(
    _ store: Store, pair: LanguagePair, memories: Set<Int64>? = nil, isExact: Bool = false,
    _ question: (inout RenderingFinder) throws -> Answer
  ) throws -> Answer? {
    let key = Key(pair: pair, memories: memories, isExact: isExact)
    var finder = held.withLock { held in
      held.firstIndex { $0.key == key }.map { held.remove(at: $0).finder }
    }
    if try finder?.generation != store.generation() {
      finder = try RenderingFinder(store, pair: pair, memories: memories, isExact: isExact)
    } else {
      finder?.askAgain()
    }
    guard var known = finder else { return nil }
    // Two owners would copy what the finder knows at its first change.
    finder = nil
    defer {
      held.withLock { [known] held in
        held.removeAll { $0.key == key }
        held.append((key, known))
      }
    }
    return try question(&known)
  }
}

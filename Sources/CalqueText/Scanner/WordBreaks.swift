internal import CICU
import Synchronization

/// ICU's word breaks for scripts without spaces, opened at the first such word and kept open.
///
/// Opening an iterator costs more than cutting a page of Chinese. Copies of a scanner share one
/// iterator; a lock makes them take turns.
@safe
final class WordBreaks: Sendable {
  @safe
  private struct State {
    var iterator: OpaquePointer?
    var openings = 0
  }

  private let state = Mutex(State())

  init() {}

  deinit {
    state.withLock { state in
      if let iterator = unsafe state.iterator { unsafe calque_break_close(iterator) }
    }
  }

  /// The number of iterators opened: 0 before the first unspaced word, then 1.
  var openings: Int { state.withLock { $0.openings } }

  /// The ends of the words of a text, ascending; empty if ICU has no iterator.
  func ends(in text: [UInt16]) -> [Int] {
    state.withLock { state in
      if state.openings == 0 {
        state.openings += 1
        unsafe state.iterator = calque_word_breaks("root")
      }
      guard let iterator = unsafe state.iterator, let length = Int32(exactly: text.count) else {
        return []
      }
      var ends = [Int]()
      unsafe text.withUnsafeBufferPointer { units in
        guard unsafe calque_break_set_text(iterator, units.baseAddress, length) != 0 else { return }
        // `calque_break_next` answers -1 past the end.
        while case let end = unsafe calque_break_next(iterator), end >= 0 { ends.append(Int(end)) }
        // The buffer is about to be freed, so the iterator must not keep its address.
        _ = unsafe calque_break_set_text(iterator, nil, 0)
      }
      return ends
    }
  }
}

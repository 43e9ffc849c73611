import CalqueSystem
import Dispatch
import Synchronization

/// Whose turn it is to change a store in this process.
///
/// A thread that wants to change the store waits for the one that does, as a process waits for
/// another. A change that is asked for inside another change would wait for itself, and is refused.
final class WritingTurn: Sendable {
  private let isFree = DispatchSemaphore(value: 1)
  private let owner = Mutex<ThreadIdentity?>(nil)

  /// Takes the turn.
  ///
  /// - Throws: `StoreError.nested` where this thread has the turn already, `.busy` where another
  ///   keeps the turn for longer than a connection waits.
  func take(path: String) throws(StoreError) {
    let thread = ThreadIdentity.current
    guard owner.withLock({ $0 != thread }) else { throw .nested(path: path) }
    guard isFree.wait(timeout: .now() + .seconds(Store.busySeconds)) == .success else {
      throw .busy(path: path, during: .changing)
    }
    owner.withLock { $0 = thread }
  }

  /// Gives the turn back.
  func give() {
    owner.withLock { $0 = nil }
    isFree.signal()
  }
}

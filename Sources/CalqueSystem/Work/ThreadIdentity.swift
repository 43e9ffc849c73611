import Glibc

/// A thread as the system knows it, as long as the thread lives.
package struct ThreadIdentity: Equatable, Sendable {
  private let thread: pthread_t

  /// The thread that asks.
  package static var current: ThreadIdentity { ThreadIdentity(thread: pthread_self()) }

  package static func == (one: ThreadIdentity, other: ThreadIdentity) -> Bool {
    pthread_equal(one.thread, other.thread) != 0
  }
}

import Glibc

/// The system's identity of a thread, valid for the thread's lifetime.
package struct ThreadIdentity: Equatable, Sendable {
  private let thread: pthread_t

  /// The calling thread.
  package static var current: ThreadIdentity { ThreadIdentity(thread: pthread_self()) }

  package static func == (one: ThreadIdentity, other: ThreadIdentity) -> Bool {
    pthread_equal(one.thread, other.thread) != 0
  }
}

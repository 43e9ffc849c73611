import Glibc

/// A value that one thread at a time changes, and that other threads wait for.
@safe package final class Monitor<Value>: @unchecked Sendable {
  private var value: Value
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  /// Holds a value.
  package init(_ value: Value) {
    self.value = value
    unsafe pthread_mutex_init(lock, nil)
    unsafe pthread_cond_init(changed, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(changed)
    unsafe pthread_mutex_destroy(lock)
    unsafe changed.deallocate()
    unsafe lock.deallocate()
  }

  /// Changes the value and wakes the threads that wait.
  package func change<Outcome>(_ body: (inout Value) -> Outcome) -> Outcome {
    unsafe pthread_mutex_lock(lock)
    defer {
      unsafe pthread_cond_broadcast(changed)
      unsafe pthread_mutex_unlock(lock)
    }
    return body(&value)
  }

  /// Waits until the body returns an outcome; the body is called again after each change.
  package func wait<Outcome>(for body: (inout Value) -> Outcome?) -> Outcome {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    while true {
      if let outcome = body(&value) { return outcome }
      unsafe pthread_cond_wait(changed, lock)
    }
  }
}

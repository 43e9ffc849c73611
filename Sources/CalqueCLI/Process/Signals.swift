import Glibc

/// What the process does with signals.
enum Signals {
  /// A closed pipe becomes an error of writing; Ctrl-C ends with 130.
  ///
  /// An interrupt ends the process at once: SQLite's transaction is then simply not there at the
  /// next opening. Where the caller had interrupts ignored (`nohup`, a shell's `&`), they stay so.
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    let previous = signal(SIGINT) { _ in _exit(ExitStatus.interrupted.rawValue) }
    if isIgnored(previous) {
      signal(SIGINT, SIG_IGN)
    } else {
      unblock(SIGINT)
    }
  }

  // Blocked signals are inherited, and programs that start others from a worker thread (those of
  // Foundation among them) pass on a mask that nobody chose.
  private static func unblock(_ number: Int32) {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, number)
    unsafe sigprocmask(SIG_UNBLOCK, &signals, nil)
  }

  // Functions have no equality in Swift; their addresses do.
  private static func isIgnored(_ handler: sighandler_t?) -> Bool {
    let given = unsafe unsafeBitCast(handler, to: Int.self)
    let ignored = unsafe unsafeBitCast(SIG_IGN, to: Int.self)
    return given == ignored
  }
}

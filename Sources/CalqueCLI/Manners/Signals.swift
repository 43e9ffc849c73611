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
    if isIgnored(previous) { signal(SIGINT, SIG_IGN) }
  }

  // Functions have no equality in Swift; their addresses do.
  private static func isIgnored(_ handler: sighandler_t?) -> Bool {
    let given = unsafe unsafeBitCast(handler, to: Int.self)
    let ignored = unsafe unsafeBitCast(SIG_IGN, to: Int.self)
    return given == ignored
  }
}

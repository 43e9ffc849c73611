import CProcess
import Glibc
package import Synchronization

/// The process itself: its signals, its processors, its end.
package enum ProcessControl {
  /// Sets the handling of signals.
  ///
  /// A closed pipe becomes an error of writing. SIGINT, SIGTERM and SIGHUP remove temporary files
  /// and end the process, SIGINT with the exit code 130. SQLite rolls the open transaction back at
  /// the next opening. A signal that the caller ignores (`nohup`, a shell's `&`) stays ignored.
  package static func installSignals() { calque_signals_install() }

  /// Sets what a signal that ends the process writes to standard error; nil for nothing.
  package static func setLastWords(_ text: String?) {
    guard let text else { return calque_last_words(nil) }
    unsafe text.withCString { unsafe calque_last_words($0) }
  }

  /// The number of threads that can run at the same time.
  package static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Whether the process ends with the command that it performs.
  ///
  /// What such a process has closed may be left to the system: giving up a connection's queue costs
  /// as much as a twentieth of a lookup.
  package static let endsWithCommand = Atomic(false)

  /// Whether the system gives the process another thread at this time.
  package static var givesThreads: Bool {
    guard let thread = WorkerThread({}) else { return false }
    thread.join()
    return true
  }

  /// Gives the system back the memory that was let go and is kept for later.
  ///
  /// Between two stretches of work that each take much, this lowers what they take together.
  package static func giveBackMemory() { calque_memory_give_back() }

  /// The path of the running program, with links followed; nil if `/proc` is missing.
  package static var executable: String? { Files.resolved("/proc/self/exe") }

  /// Ends the process.
  package static func exit(_ code: Int32) -> Never { Glibc.exit(code) }
}

import CProcess
import CalqueModel

/// The process's arguments.
package enum Arguments {
  /// The arguments without the program's name, whose bytes need not be UTF-8 (see `PathText`).
  ///
  /// The result is nil if the C library does not give them. The arguments come from `main`: Swift's
  /// `CommandLine` reads `/proc/self/cmdline`, and has no arguments in a container without `/proc`.
  package static var ofProcess: [String]? {
    let count = calque_argument_count()
    guard count > 0 else { return nil }
    return (1..<count).compactMap { place in
      unsafe calque_argument(place).map { unsafe PathText.decoding(cString: $0) }
    }
  }
}

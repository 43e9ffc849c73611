import Glibc

/// Standard input, output and error.
package enum StandardStreams {
  /// Fills closed standard descriptors, so that no file opened later gets one of their numbers.
  ///
  /// Without this, the first file that a verb opens under `>&-` would become descriptor 1, and the
  /// answer would be written into it. The substitutes fail like closed descriptors: descriptor 0
  /// reads nothing, and writing to 1 or 2 is refused.
  package static func secure() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", O_RDONLY)
    }
  }
}

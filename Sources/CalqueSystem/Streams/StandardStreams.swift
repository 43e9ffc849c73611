import Glibc

/// Standard input, output and error, as the process finds them.
package enum StandardStreams {
  /// Fills a closed standard descriptor, so that no file opened later takes its number.
  ///
  /// Otherwise the first file a verb opens under `>&-` becomes descriptor 1, and the answer is
  /// written into it. What stands in fails as a closed one would: 0 reads nothing, writing to 1
  /// or 2 is refused.
  package static func secure() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", O_RDONLY)
    }
  }
}

import Glibc

/// Standard input, output and error, as the process finds them.
enum StandardStreams {
  /// Fills a closed standard descriptor, so that no file opened later takes its number.
  ///
  /// Otherwise the first file a verb opens under `>&-` becomes descriptor 1, and the answer is
  /// written into it. What stands in fails as a closed one would: 0 reads nothing, writing to 1
  /// or 2 is refused.
  static func secure() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", O_RDONLY)
    }
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The columns of the terminal behind standard output; 80 where there is none.
  static var width: Int {
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 80
    }
    return Int(size.ws_col)
  }
}

import CalqueModel

/// The command's arguments.
enum Arguments {
  /// The process's arguments without its name, from their bytes: see `PathText`.
  static func ofProcess() -> [String] {
    let count = Int(CommandLine.argc)
    return (1..<max(1, count)).compactMap { place in
      guard let argument = unsafe CommandLine.unsafeArgv[place] else { return nil }
      return unsafe PathText.decoding(
        UnsafeBufferPointer(start: argument, count: length(argument)).map(UInt8.init(bitPattern:)))
    }
  }

  private static func length(_ text: UnsafePointer<CChar>) -> Int {
    var length = 0
    while unsafe text[length] != 0 { length += 1 }
    return length
  }
}

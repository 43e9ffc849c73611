import CalqueModel
import Glibc
import SystemPackage

/// A file, a pipe or standard input that is open for reading.
package final class InputFile: Sendable {
  /// Standard input, from its present position on.
  package static let standardInput = InputFile(.standardInput, path: "-", isOwned: false)

  /// The path as the user named it; `-` for standard input.
  package let path: String
  private let descriptor: FileDescriptor
  private let isOwned: Bool

  private init(_ descriptor: FileDescriptor, path: String, isOwned: Bool) {
    self.descriptor = descriptor
    self.path = path
    self.isOwned = isOwned
  }

  /// Opens a file by its path; here `-` is an ordinary name.
  package convenience init(_ path: String) throws(FileFailure) {
    self.init(try Self.open(path, .readOnly), path: path, isOwned: true)
  }

  /// Opens a file that the user named; `-` is standard input.
  package static func named(_ path: String) throws(FileFailure) -> InputFile {
    path == "-" ? standardInput : try InputFile(path)
  }

  deinit {
    if isOwned { try? descriptor.close() }
  }

  static func open(
    _ path: String, _ mode: FileDescriptor.AccessMode,
    options: FileDescriptor.OpenOptions = [], permissions: FilePermissions? = nil
  ) throws(FileFailure) -> FileDescriptor {
    try FileFailure.carrying(path) {
      try unsafe PathText.withCString(path) {
        try unsafe FileDescriptor.open(
          $0, mode, options: options.union(.closeOnExec), permissions: permissions)
      }
    }
  }

  /// The next bytes: those that are available, at most `count`; none at the end.
  package func read(upTo count: Int) throws(FileFailure) -> [UInt8] {
    try FileFailure.carrying(path) {
      try unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        filled = unsafe try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
    }
  }

  /// All bytes from the present position to the end.
  package func readAll() throws(FileFailure) -> [UInt8] {
    var bytes = [UInt8]()
    while true {
      let chunk = try read(upTo: 64 << 10)
      if chunk.isEmpty { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    }
  }

  /// Whether bytes, or the end, can be read without waiting for the writer.
  package var isReady: Bool {
    var question = pollfd(fd: descriptor.rawValue, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&question, 1, 0) == 1
  }

  /// Whether the input is a terminal.
  package var isTerminal: Bool { isatty(descriptor.rawValue) == 1 }

  /// The size of a plain file; nil for other inputs.
  package var size: Int? {
    guard let status = try? FileStatus(descriptor), status.kind == .file else { return nil }
    return status.size
  }
}

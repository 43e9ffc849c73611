import Foundation

/// A terminal with nobody in front of it: what a process writes to it can be read, and typed.
final class Terminal {
  private let master: FileHandle
  let slave: FileHandle

  init() throws {
    // posix_openpt and its kin are not to be seen from Swift: these are what they do on Linux.
    let descriptor = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (unlocked, number): (Int32, Int32) = (0, 0)
    guard descriptor >= 0, unsafe ioctl(descriptor, 0x4004_5431, &unlocked) == 0,
      unsafe ioctl(descriptor, 0x8004_5430, &number) == 0
    else { throw POSIXError(.ENODEV) }
    master = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let other = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    guard other >= 0 else { throw POSIXError(.ENODEV) }
    slave = FileHandle(fileDescriptor: other, closeOnDealloc: true)
  }

  func type(_ text: String) throws {
    try master.write(contentsOf: Data(text.utf8))
  }

  /// Everything that was written to the terminal; the process must have ended.
  func shown() throws -> String {
    try slave.close()
    var shown = Data()
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = unsafe read(master.fileDescriptor, &buffer, buffer.count)
      if count <= 0 { break }
      shown.append(contentsOf: buffer[..<count])
    }
    return String(decoding: shown, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
  }
}

import CalqueModel
import Glibc
import SystemPackage

/// A file by the numbers that the system knows it by, whatever its name.
package struct FileIdentity: Hashable, Sendable {
  private let device: DeviceID
  private let inode: Inode

  /// The identity of the file at a path, links followed; nil where there is none.
  package init?(_ path: String) {
    guard let stat = FileStatus(path)?.stat else { return nil }
    device = stat.deviceID
    inode = stat.inode
  }
}

/// What the system knows of a file without opening it; links are followed.
package struct FileStatus: Sendable {
  /// What kind of file a path leads to.
  package enum Kind: Sendable {
    /// A plain file.
    case file
    /// A folder.
    case folder
    /// A device, a pipe or a socket: something that cannot be replaced by a file.
    case stream
  }

  let stat: Stat

  /// Asks for a path; nil where it leads to nothing.
  package init?(_ path: String) {
    guard let stat = unsafe PathText.withCString(path, { unsafe try? Stat($0) }) else {
      return nil
    }
    self.stat = stat
  }

  init(_ descriptor: FileDescriptor) throws {
    stat = try Stat(descriptor)
  }

  /// The kind of file.
  package var kind: Kind {
    switch stat.type {
    case .regular: .file
    case .directory: .folder
    default: .stream
    }
  }

  /// The size in bytes.
  package var size: Int { Int(stat.size) }

  /// When the content was last changed, in nanoseconds since 1970.
  package var changed: Int64 {
    let time = stat.st_mtim
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}

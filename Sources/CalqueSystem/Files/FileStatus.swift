import CalqueModel
import Glibc
import SystemPackage

/// The system's numbers of a file, which do not depend on the file's name.
package struct FileIdentity: Hashable, Sendable {
  private let device: DeviceID
  private let inode: Inode

  /// The identity of the file at a path, with links followed; nil if there is no file.
  package init?(_ path: String) {
    guard let stat = FileStatus(path)?.stat else { return nil }
    device = stat.deviceID
    inode = stat.inode
  }
}

/// The system's data about a file that is not opened; links are followed.
package struct FileStatus: Sendable {
  /// The kind of a file.
  package enum Kind: Sendable {
    /// A plain file.
    case file
    /// A folder.
    case folder
    /// A device, a pipe or a socket, which a file cannot replace.
    case stream
  }

  let stat: Stat

  /// Reads the status of a path; nil if the path leads to nothing.
  package init?(_ path: String) {
    guard let stat = unsafe PathText.withCString(path, { unsafe try? Stat($0) }) else {
      return nil
    }
    self.stat = stat
  }

  init(_ descriptor: FileDescriptor) throws {
    stat = try Stat(descriptor)
  }

  /// The kind of the file.
  package var kind: Kind {
    switch stat.type {
    case .regular: .file
    case .directory: .folder
    default: .stream
    }
  }

  /// The size in bytes.
  package var size: Int { Int(stat.size) }

  /// The time of the last change of the content, in nanoseconds since 1970.
  package var changed: Int64 {
    let time = stat.st_mtim
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}

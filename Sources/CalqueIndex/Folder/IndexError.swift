#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Why an index cannot be used or written; a lookup then scans, and the index is built anew.
package enum IndexError: Error, Equatable, Sendable {
  /// There is no such file.
  case missing(path: String)
  /// The system refused to give or take the file.
  case unreadable(path: String, errno: Int32)
  /// The file is not what it should be: torn, truncated, overwritten.
  case damaged(path: String, what: String)
  /// Another version of Calque wrote it.
  case version(path: String, found: UInt32)
  /// It belongs to another store or to another state of this one.
  case foreign(path: String)
  /// The memory is beyond what an index can number.
  case tooLarge(what: String)
}

extension IndexError: CustomStringConvertible {
  /// The message for people, without a final full stop.
  package var description: String {
    switch self {
    case .missing(let path): "there is no index at \(path)"
    case .unreadable(let path, let errno):
      "\(path) cannot be used: \(unsafe String(cString: strerror(errno)))"
    case .damaged(let path, let what): "\(path) is damaged: \(what)"
    case .version(let path, let found):
      "\(path) was written by another version of Calque (index format \(found))"
    case .foreign(let path): "\(path) does not belong to this store"
    case .tooLarge(let what): "the memory is too large for the index: \(what)"
    }
  }
}

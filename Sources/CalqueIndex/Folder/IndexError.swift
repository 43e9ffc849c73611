package import CalqueSystem

/// Why an index cannot be used or written; a lookup then scans, and the index is rebuilt.
package enum IndexError: Error, Equatable, Sendable {
  /// The file does not exist.
  case missing(path: String)
  /// The system refused to read or write the file.
  case unreadable(FileFailure)
  /// The file is torn, truncated or overwritten.
  case damaged(path: String, what: String)
  /// Another version of Calque wrote the file.
  case version(path: String, found: UInt32)
  /// The index belongs to another store, or to another history of this store.
  case foreign(path: String)
  /// The memory has more than the numbers of an index can count.
  case tooLarge(what: String)
  /// Another process or thread builds the index in this folder.
  case busy(path: String)
}

extension IndexError {
  /// The failure of an access to a file of the index.
  init(_ failure: FileFailure) {
    self = failure.isMissing ? .missing(path: failure.path) : .unreadable(failure)
  }

  /// Runs a body that accesses files, and turns its failures into errors of the index.
  static func carrying<Value>(
    _ body: () throws(FileFailure) -> Value
  ) throws(IndexError) -> Value {
    do throws(FileFailure) { return try body() } catch { throw IndexError(error) }
  }
}

extension IndexError: CustomStringConvertible {
  /// The message for people, without a final full stop.
  package var description: String {
    switch self {
    case .missing(let path): "there is no index at \(path)"
    case .unreadable(let failure): "\(failure.path) cannot be used: \(failure.reason)"
    case .damaged(let path, let what): "\(path) is damaged: \(what)"
    case .version(let path, let found):
      "\(path) was written by another version of Calque (index format \(found))"
    case .foreign(let path): "\(path) does not belong to this store"
    case .tooLarge(let what): "the memory is too large for the index: \(what)"
    case .busy(let path): "another process is building the index \(path)"
    }
  }
}

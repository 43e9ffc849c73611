import CalqueModel
import Glibc

extension Files {
  /// Makes a folder; one that is there is left as it is.
  package static func makeFolder(_ path: String) throws(FileFailure) {
    if unsafe PathText.withCString(path, { unsafe mkdir($0, 0o777) }) == 0 { return }
    guard errno == EEXIST, names(in: path) != nil else {
      if errno == EEXIST { errno = ENOTDIR }
      throw .last(path)
    }
  }

  /// When a file was last changed, in nanoseconds since 1970; nil where there is none.
  package static func changed(_ path: String) -> Int64? {
    var status = stat()
    guard unsafe PathText.withCString(path, { unsafe stat($0, &status) }) == 0 else { return nil }
    return Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
  }
}

import CalqueStore

/// Checks that keep the other files of a command apart from the store's own files.
enum StoreGuard {
  /// Refuses to read a file of an open store, because closing the file would release SQLite's
  /// locks.
  static func checkReading(_ path: String) throws(WorkspaceError) {
    if path != "-", HeldFiles.contains(path) {
      throw .usage("\(path) belongs to the store itself", remedy: .nameOtherFile)
    }
  }

  /// Refuses to replace a store with another file.
  static func checkReplacing(_ path: String) throws(WorkspaceError) {
    if path != "-", Store.isFile(at: path) {
      throw .usage("\(path) belongs to a store, which stays as it is", remedy: .nameOtherFile)
    }
  }
}

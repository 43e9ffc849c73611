import CalqueStore

/// Keeps the other files of a command apart from the store's own.
enum StoreGuard {
  /// Refuses to read a file of a store that is open: to close the file again would take SQLite's
  /// locks away.
  static func checkReading(_ path: String) throws(WorkspaceError) {
    if path != "-", HeldFiles.contains(path) {
      throw .usage("\(path) belongs to the store itself", remedy: .nameOtherFile)
    }
  }

  /// Refuses to put a new file in the place of a store.
  static func checkReplacing(_ path: String) throws(WorkspaceError) {
    if path != "-", Store.isFile(at: path) {
      throw .usage("\(path) belongs to a store, which stays as it is", remedy: .nameOtherFile)
    }
  }
}

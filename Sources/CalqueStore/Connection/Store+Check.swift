import CalqueModel
import GRDB
import Synchronization

extension Store {
  /// A file of so many bytes is checked before its first change: some 20 milliseconds.
  private static let mostChecked = 2 << 20

  /// Refuses to add to a small store whose file is damaged anywhere, once for each opening.
  ///
  /// A change reads few pages, and would go on in a store that lost others. A large file takes too
  /// long to check; damage to it is found where it is read.
  func checkBeforeChange() throws(StoreError) {
    guard !isChecked.load(ordering: .relaxed) else { return }
    let finding = try asking { db -> String? in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      let size = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
      guard pages * size <= Self.mostChecked else { return nil }
      return try String.fetchOne(db, sql: "PRAGMA quick_check(1)")
    }
    if let finding, finding != "ok" {
      let failure = DatabaseFailure(code: 11, extendedCode: 11, message: finding)
      throw .damaged(path: path, .file(failure), during: .changing)
    }
    isChecked.store(true, ordering: .relaxed)
  }
}

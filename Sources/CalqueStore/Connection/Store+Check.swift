import CalqueModel
import GRDB
import Synchronization

extension Store {
  /// The maximum size of a file that is checked before its first change, which takes 20
  /// milliseconds.
  private static let mostChecked = 2 << 20

  /// Refuses changes to a small store whose file is damaged; checks once for each opening.
  ///
  /// A change reads few pages, and would succeed in a store that has lost other pages. A large file
  /// takes too long to check: its damage is found when a damaged page is read.
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

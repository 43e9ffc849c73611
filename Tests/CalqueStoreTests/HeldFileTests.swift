import CalqueModel
import CalqueStore
import Glibc
import TestSupport
import Testing

@Suite("The file of an open store")
struct HeldFileTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("calque.db")
    try Store.create(at: path).store.load([pair("oui", "yes")])
  }

  @Test("keeps SQLite's locks whatever else is done with the path")
  func locks() throws {
    let store = try Store(opening: path, for: .reading)
    #expect(try store.everyUnit().count == 1)
    let before = try lockCount()
    #expect(before > 0)
    _ = try Store(opening: path, for: .writing)
    _ = try Store.create(at: path)
    try folder.link("link.db", to: path)
    _ = try Store(opening: folder.file("link.db"), for: .reading)
    #expect(Store.isFile(at: path))
    #expect(try lockCount() == before)
    #expect(try store.everyUnit().count == 1)
  }

  @Test("is known under every name, with the files beside it, until it is closed")
  func names() throws {
    try folder.link("link.db", to: path)
    do {
      let store = try Store(opening: path, for: .writing)
      #expect(try store.load([pair("non", "no")]).stored == 1)
      for name in ["calque.db", "link.db", "calque.db-wal", "calque.db-shm"] {
        #expect(HeldFiles.contains(folder.file(name)), "\(name)")
      }
      #expect(!HeldFiles.contains(folder.path))
      #expect(!HeldFiles.contains(folder.file("nothing")))
    }
    #expect(!HeldFiles.contains(path))
  }

  /// How many locks this process has on the store's file.
  private func lockCount() throws -> Int {
    var status = stat()
    try #require(unsafe stat(path, &status) == 0)
    let locks = String(decoding: try folder.bytes(of: "/proc/locks"), as: UTF8.self)
    return locks.split(separator: "\n").count {
      $0.contains(" \(getpid()) ") && $0.contains(":\(status.st_ino) ")
    }
  }
}

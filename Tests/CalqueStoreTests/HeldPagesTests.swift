import CalqueModel
import CalqueStore
import Foundation
import TestSupport
import Testing

@Suite("An import that is larger than SQLite's cache")
struct HeldPagesTests {
  /// The pages in a write-ahead log, in the order in which they first came to the log.
  ///
  /// A header of 32 bytes, then frames: 24 bytes, and a page of the size that the header names
  /// (https://sqlite.org/fileformat2.html#the_write_ahead_log).
  private static func pages(in log: Data) -> [Data] {
    let size = log[8..<12].reduce(0) { $0 << 8 | Int($1) }
    return stride(from: 32, through: log.count - 24 - size, by: 24 + size).map {
      log[$0 + 24..<$0 + 24 + size]
    }
  }

  @Test("holds the pages that it writes again at its end, so that the log need not be summed twice")
  func frames() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("calque.db")
    let store = try Store.create(at: path).store
    var random = SplitMix64(seed: 3)
    // Some thirty megabytes, of which the cache holds half.
    let units = (0..<100).map { number in
      let text = (0..<15_000).map { _ in "mot\(random.number(below: 1_000_000))" }
      return pair(text.joined(separator: " "), "\(number) " + text.joined(separator: "-"))
    }
    let source = ImportSource(
      kind: .memory, name: "large", file: "the-held-file.tmx", format: "tmx")
    _ = try store.importing(source, at: testMoment) { session in
      for unit in units { try session.add(unit) }
    }
    let log = try Data(contentsOf: URL(filePath: path + "-wal"))
    let pages = Self.pages(in: log)
    #expect(pages.count > 6_000)
    // The rows of the memory and of the ledger name the file; both are written when the import begins
    // and when it ends. So they come with what the cache of 16 MB holds at the end.
    let named = pages.indices.filter { pages[$0].range(of: Data("the-held-file".utf8)) != nil }
    #expect(named.count >= 2)
    #expect(named.allSatisfy { $0 >= pages.count - 4_096 }, "\(named) of \(pages.count)")
  }
}

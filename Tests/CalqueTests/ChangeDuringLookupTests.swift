import Calque
import CalqueModel
import GRDB
import TestSupport
import Testing

@testable import CalqueStore

@Suite("A lookup that a change comes into")
struct ChangeDuringLookupTests {
  private let folder: TemporaryFolder
  private let writer: Workspace
  private let pair: LanguagePair

  init() throws {
    folder = try TemporaryFolder()
    let surroundings = Surroundings(folder: folder.path)
    _ = try Workspace.initialise(pair: LanguagePair("fr-en"), in: surroundings)
    writer = try Workspace(opening: .find(in: surroundings), for: .writing)
    pair = try #require(LanguagePair("fr-en"))
    try writer.add("Le vote est clos.", "The vote is closed.", pair: pair)
  }

  /// Calls back right before a store reads a unit for a match: its segment is ranked by then.
  private func beforeReading(_ store: Store, _ body: @escaping () -> Void) throws {
    try store.asked().inDatabase { db in
      db.trace { event in
        if event.description.contains("resource.name, variant.id") { body() }
      }
    }
  }

  @Test("finds a unit that another process edits between its ranking and its reading")
  func edited() throws {
    let reader = try Workspace(opening: writer.location)
    for usesScan in [false, true] {
      var options = LookupOptions(pair: pair)
      options.usesScan = usesScan
      let lookup = try Lookup(store: reader.store, options: options)
      #expect(try lookup.answer("Le vote est clos.").matches.count == 1)
      var edits = 0
      try beforeReading(reader.store) {
        if edits == 3 { return }
        edits += 1
        _ = try? writer.edit(unit: 1, target: "\(usesScan), edit \(edits).")
      }
      let found = try lookup.answer("Le vote est clos.").matches
      #expect(edits == 3)
      #expect(found.map(\.target) == ["\(usesScan), edit 3."])
      #expect(lookup.notice == nil)
      try reader.store.asked().inDatabase { $0.trace(nil) }
    }
  }

  @Test("ends, however often the store changes")
  func unending() throws {
    let reader = try Workspace(opening: writer.location)
    let lookup = try Lookup(store: reader.store, options: LookupOptions(pair: pair))
    var edits = 0
    try beforeReading(reader.store) {
      edits += 1
      _ = try? writer.edit(unit: 1, target: "Edit \(edits).")
    }
    _ = try lookup.answer("Le vote est clos.")
    #expect(edits == 4)
    #expect(lookup.notice == nil)
    try reader.store.asked().inDatabase { $0.trace(nil) }
    #expect(try lookup.answer("Le vote est clos.").matches.map(\.target) == ["Edit 4."])
  }

  @Test("that failed for once asks all the memories the next time")
  func failedOnce() throws {
    let reader = try Workspace(opening: writer.location)
    let lookup = try Lookup(store: reader.store, options: LookupOptions(pair: pair))
    try reader.store.asked().inDatabase { db in
      db.trace { event in
        if event.description.contains("format_version") {
          try? reader.store.asked().interrupt()
        }
      }
    }
    #expect(throws: WorkspaceError.self) { try lookup.answer("Le vote est clos.") }
    try reader.store.asked().inDatabase { $0.trace(nil) }
    #expect(try lookup.answer("Le vote est clos.").matches.count == 1)
  }

  @Test("for no match at all asks for none", arguments: [0, -1])
  func noMatches(limit: Int) throws {
    let reader = try Workspace(opening: writer.location)
    for usesScan in [false, true] {
      var options = LookupOptions(pair: pair)
      (options.limit, options.seeksClosest, options.isExplained) = (limit, true, true)
      options.usesScan = usesScan
      let lookup = try Lookup(store: reader.store, options: options)
      try reader.store.asked().inDatabase { db in
        db.trace { event in
          if event.description.contains("variant") { Issue.record("asked: \(event)") }
        }
      }
      let answer = try lookup.answer("Le vote est ouvert.")
      #expect(answer.matches.isEmpty)
      #expect(answer.closest == nil)
      #expect(answer.json.contains("\"next\":null"))
    }
  }
}

import Glibc
import SystemPackage
import TestSupport
import Testing

@testable import CalqueSystem

@Suite("A file is replaced whole or not at all")
struct AtomicFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String, to path: String) throws {
    let file = try AtomicFile(path)
    try file.write(Array(text.utf8))
    try file.commit()
  }

  private func text(_ name: String) throws -> String? {
    try Files.read(folder.file(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("A new file holds all bytes once it is committed, and nothing is left beside it")
  func new() throws {
    let size = 300_000
    let file = try AtomicFile(folder.file("new"))
    for _ in 0..<size / 1_000 { try file.write([UInt8](repeating: 0x61, count: 1_000)) }
    #expect(try text("new") == nil)
    try file.commit()
    #expect(try text("new") == String(repeating: "a", count: size))
    #expect(folder.names == ["new"])
  }

  @Test("Without a commit the old content and no temporary file are there")
  func uncommitted() throws {
    try folder.write("old", to: "file")
    do {
      let file = try AtomicFile(folder.file("file"))
      try file.write(Array("new".utf8))
      #expect(folder.names.count == 2)
    }
    #expect(try text("file") == "old")
    #expect(folder.names == ["file"])
  }

  @Test("The replaced file's permissions are kept", arguments: [0o600, 0o640, 0o755] as [mode_t])
  func permissions(mode: mode_t) throws {
    let path = try folder.write("old", to: "file")
    unsafe chmod(path, mode)
    try write("new", to: path)
    #expect(try #require(FileStatus(path)).stat.permissions.rawValue == mode)
    #expect(try text("file") == "new")
  }

  @Test("A link stays a link, and the file that it leads to is replaced")
  func link() throws {
    try folder.write("old", to: "file")
    unsafe symlink("file", folder.file("link"))
    try write("new", to: folder.file("link"))
    #expect(try text("file") == "new")
    #expect(try #require(Files.resolved(folder.file("link"))).hasSuffix("/file"))
    #expect(folder.names == ["file", "link"])
  }

  @Test("A file, a link and a folder under the temporary name are left alone", arguments: 0..<3)
  func takenName(kind: Int) throws {
    try folder.write("keep me", to: "victim")
    switch kind {
    case 0: try folder.write("keep me", to: "taken")
    case 1: unsafe symlink("victim", folder.file("taken"))
    default: unsafe mkdir(folder.file("taken"), 0o755)
    }
    var names = ["taken", "taken", "free"]
    let file = try AtomicFile(folder.file("file"), name: { names.removeFirst() })
    try file.write(Array("new".utf8))
    #expect(folder.names.contains("free"))
    try file.commit()
    #expect(try text("file") == "new")
    #expect(try text("victim") == "keep me")
    #expect(folder.names == ["file", "taken", "victim"])
  }

  @Test("Where every name is taken, the file is refused instead of written through")
  func everyNameTaken() throws {
    try folder.write("keep me", to: "taken")
    #expect(throws: FileFailure.self) {
      _ = try AtomicFile(folder.file("file"), name: { "taken" })
    }
    #expect(try text("taken") == "keep me")
  }

  @Test("A temporary name is hidden and never the same")
  func names() {
    let names = (0..<100).map { _ in TemporaryFile.randomName() }
    #expect(Set(names).count == 100)
    #expect(names.allSatisfy { $0.hasPrefix(".calque-") && $0.hasSuffix(".part") })
  }

  @Test("A full device is reported by the call that meets it")
  func fullDevice() throws {
    let file = try AtomicFile("/dev/full")
    let failure = #expect(throws: FileFailure.self) {
      try file.write([UInt8](repeating: 0, count: 100_000))
      try file.commit()
    }
    #expect(failure?.path == "/dev/full")
    #expect(failure?.number == ENOSPC)
  }

  @Test("A missing folder, a file as a folder and a folder are refused by the user's path")
  func refused() throws {
    try folder.write("", to: "file")
    let cases = [("none/file", ENOENT), ("file/file", ENOTDIR), (".", EISDIR)]
    for (name, number) in cases {
      let path = folder.file(name)
      let failure = #expect(throws: FileFailure.self) { _ = try AtomicFile(path) }
      #expect(failure?.path == path)
      #expect(failure?.number == number)
    }
    #expect(folder.names == ["file"])
  }

  @Test("A folder that comes to stand in the way is refused, and no temporary file is left")
  func folderInTheWay() throws {
    let file = try AtomicFile(folder.file("file"))
    try file.write([0x61])
    unsafe mkdir(folder.file("file"), 0o755)
    try folder.write("", to: "file/inside")
    let failure = #expect(throws: FileFailure.self) { try file.commit() }
    #expect(failure?.path == folder.file("file"))
  }
}

import CalqueModel
import Glibc
import TestSupport
import Testing

@testable import CalqueSystem

@Suite("Files, folders and maps")
struct FileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("A file is read whole, whatever its size", arguments: [0, 1, 65_535, 65_536, 300_001])
  func whole(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try folder.write(bytes, to: "file")
    #expect(try Files.read(folder.file("file")) == bytes)
    let map = try MappedFile(folder.file("file"))
    #expect(map.count == size)
    map.bringIn(offset: 0, count: size)
    for place in [0, size / 2, size - 1] where (0..<size).contains(place) {
      #expect(unsafe map.table(at: place, of: UInt8.self).pointee == bytes[place])
    }
  }

  @Test("A file of several large pages reads the same before and after many reads are expected")
  func largePages() throws {
    let size = 2 * MappedFile.largePage + 4097
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 12) }
    try folder.write(bytes, to: "file")
    let map = try MappedFile(folder.file("file"))
    func read() -> [UInt8] {
      unsafe Array(UnsafeBufferPointer(start: map.table(at: 0, of: UInt8.self), count: size))
    }
    #expect(unsafe map.table(at: 1, of: UInt8.self).pointee == bytes[1])
    map.expectManyReads()
    map.bringIn(offset: MappedFile.largePage, count: 1)
    #expect(read() == bytes)
    map.expectManyReads()
    #expect(read() == bytes)
  }

  @Test("What is missing is nil or nothing, and a folder is no file")
  func missing() throws {
    try folder.write("x", to: "file")
    for name in ["none", "file/none"] {
      #expect(try Files.read(folder.file(name)) == nil)
      #expect(FileStatus(folder.file(name)) == nil)
      #expect(throws: FileFailure.self) { _ = try MappedFile(folder.file(name)) }
    }
    let failure = #expect(throws: FileFailure.self) { _ = try Files.read(folder.path) }
    #expect(failure?.isFolder == true)
    #expect(Files.names(in: folder.file("none")) == nil)
    #expect(FileStatus(folder.path)?.kind == .folder)
    #expect(FileStatus("/dev/null")?.kind == .stream)
    try Files.remove(folder.file("none"))
  }

  @Test("A name that is not UTF-8 is found under its bytes")
  func oddName() throws {
    let name = PathText.decoding([0x63, 0xE9])
    let path = Paths.join(folder.path, name)
    let file = try AtomicFile(path)
    try file.write([0x61])
    try file.commit()
    #expect(Files.names(in: folder.path) == [name])
    #expect(try Files.read(path) == [0x61])
    try Files.remove(path)
  }

  @Test("A map stays readable after its file is replaced and removed")
  func lastingMap() throws {
    let path = try folder.write("old!", to: "file")
    let map = try MappedFile(path)
    let file = try AtomicFile(path)
    try file.write(Array("new".utf8))
    try file.commit()
    try Files.remove(path)
    #expect(unsafe map.table(at: 0, of: UInt8.self).pointee == UInt8(ascii: "o"))
    #expect(map.count == 4)
  }

  @Test("A folder is made once, and a file in its place is told")
  func folders() throws {
    let path = folder.file("folder")
    try Files.makeFolder(path)
    try Files.makeFolder(path)
    #expect(try Files.makeEmpty(path + "/file"))
    #expect(try !Files.makeEmpty(path + "/file"))
    let failure = #expect(throws: FileFailure.self) { try Files.makeFolder(path + "/file") }
    #expect(failure?.number == ENOTDIR)
  }

  @Test("Temporary files of killed processes are removed, and nothing else")
  func leftovers() throws {
    for name in [TemporaryFile.randomName(), "kept", ".hidden"] { try folder.write("", to: name) }
    Files.removeTemporaryFiles(in: folder.path)
    #expect(folder.names == [".hidden", "kept"])
  }

  @Test("The arguments are those of main")
  func arguments() {
    #expect(Arguments.ofProcess == Array(CommandLine.arguments.dropFirst()))
  }
}

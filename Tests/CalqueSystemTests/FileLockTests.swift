import Glibc
import TestSupport
import Testing

@testable import CalqueSystem

@Suite("A lock")
struct FileLockTests {
  private let folder: TemporaryFolder
  private var path: String { folder.file("lock") }

  init() throws { folder = try TemporaryFolder() }

  /// The lock as another process holds it: flock knows open files, not processes.
  private func foreign() throws -> Int32 {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    return descriptor
  }

  @Test("is held by one at a time, and given back with its value")
  func exclusive() throws {
    do {
      let lock = try FileLock(path)
      #expect(lock != nil)
      #expect(try FileLock(path) == nil)
      withExtendedLifetime(lock) {}
    }
    #expect(try FileLock(path) != nil)
  }

  @Test("is not waited for longer than the patience")
  func patience() throws {
    let other = try foreign()
    defer { close(other) }
    let start = ContinuousClock.now
    #expect(try FileLock(path, patience: .milliseconds(100)) == nil)
    #expect(ContinuousClock.now - start >= .milliseconds(100))
  }

  @Test("is taken as soon as another process gives it back")
  func givenBack() throws {
    let other = try foreign()
    let thread = try #require(
      WorkerThread {
        usleep(50_000)
        close(other)
      })
    #expect(try FileLock(path, patience: .seconds(60)) != nil)
    thread.join()
  }

  @Test("is waited for as long as a thread of this process holds it")
  func threads() throws {
    let path = path
    let held = try FileLock(path)
    let box = Monitor<FileLock?>(held)
    let thread = try #require(
      WorkerThread {
        usleep(50_000)
        box.change { $0 = nil }
      })
    _ = consume held
    #expect(try FileLock(path, waitsForThreads: true) != nil)
    thread.join()
  }

  @Test("cannot be where no folder is")
  func nowhere() throws {
    #expect(throws: FileFailure.self) { _ = try FileLock(folder.file("none/lock")) }
    #expect(throws: FileFailure.self) { _ = try FileLock(folder.file("none/lock")) }
  }
}

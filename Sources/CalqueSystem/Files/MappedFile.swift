import CalqueModel
import Glibc
import SystemPackage

/// The bytes of a file in memory, read only, for the lifetime of the value.
///
/// A page of a mapped file costs nothing until it is touched. The bytes stay readable after the
/// file is renamed or deleted, so a reader never sees an index change.
///
/// The first touch of a page costs a fault of some microseconds. For a few reads a fault brings in
/// few pages, so that a short process stays small. After `expectManyReads` a fault brings in a
/// large page, if the system holds the bytes as one: `largePage` tells a writer how.
@safe package final class MappedFile: Sendable {
  /// The address of the file's bytes, valid for the lifetime of the value.
  @usableFromInline package let address: UInt
  /// The number of bytes.
  package let count: Int
  /// The bytes of a large page of memory: those that are written with one call, from a multiple of
  /// this number on, are held as one large page by systems that can do so.
  package static let largePage = 2 << 20

  /// Maps a file; an empty file has no address.
  package init(_ path: String) throws(FileFailure) {
    let descriptor = try InputFile.open(path, .readOnly)
    defer { try? descriptor.close() }
    count = try FileFailure.carrying(path) { try FileStatus(descriptor).size }
    guard count > 0 else {
      address = 0
      return
    }
    guard let start = unsafe mmap(nil, count, PROT_READ, MAP_SHARED, descriptor.rawValue, 0),
      unsafe start != MAP_FAILED
    else { throw .last(path) }
    address = UInt(bitPattern: start)
    advise(MADV_NOHUGEPAGE)
  }

  deinit {
    if count > 0 { unsafe munmap(UnsafeMutableRawPointer(bitPattern: address), count) }
  }

  /// Prepares for many reads: every read of a large page but the first is free of faults.
  ///
  /// Of twenty thousand reads all over 400 MB, the first touches took 125 ms; with large pages they
  /// take 25. The call is a hint: if the system refuses, only time is lost. Other threads may read
  /// meanwhile.
  package func expectManyReads() {
    // A large page is brought in only where no small page of its range is.
    advise(MADV_DONTNEED)
    advise(MADV_HUGEPAGE)
  }

  /// Gives the system a hint about all bytes, unless they are fewer than a large page.
  private func advise(_ advice: Int32) {
    guard count >= Self.largePage else { return }
    unsafe madvise(UnsafeMutableRawPointer(bitPattern: address), count, advice)
  }

  /// Brings a part of the file into memory, if the system can do so at once.
  ///
  /// The first touch of a page costs a fault of some microseconds; together, the pages cost a
  /// tenth. The call is a hint: if the system refuses, only time is lost.
  package func bringIn(offset: Int, count length: Int) {
    guard count > 0 else { return }
    let page = max(1, Int(sysconf(Int32(_SC_PAGESIZE))))
    let first = offset / page * page
    unsafe madvise(
      UnsafeMutableRawPointer(bitPattern: address + UInt(first)), offset + length - first,
      MADV_POPULATE_READ)
  }

  /// The address of a table inside the file.
  ///
  /// The caller has checked that the table lies within the file and is aligned.
  @inlinable
  @unsafe package func table<Element>(at offset: Int, of: Element.Type) -> UnsafePointer<Element> {
    unsafe UnsafePointer(bitPattern: address + UInt(offset)).unsafelyUnwrapped
  }
}

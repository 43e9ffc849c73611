import CalqueModel
import Glibc
import SystemPackage

/// The bytes of a file in memory, read only, for the lifetime of the value.
///
/// A page of a mapped file costs nothing until it is touched. The bytes stay readable after the
/// file is renamed or deleted, so a reader never sees an index change.
@safe package final class MappedFile: Sendable {
  /// The address of the file's bytes, valid for the lifetime of the value.
  @usableFromInline package let address: UInt
  /// The number of bytes.
  package let count: Int

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
  }

  deinit {
    if count > 0 { unsafe munmap(UnsafeMutableRawPointer(bitPattern: address), count) }
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

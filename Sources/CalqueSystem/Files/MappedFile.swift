import CalqueModel
import Glibc
import SystemPackage

/// A file in memory, read only, as long as the value lives.
///
/// A mapped file costs nothing until a page is touched; it stays readable after the file was
/// renamed or deleted, so that a reader never sees an index change under it.
@safe package final class MappedFile: Sendable {
  /// Where the file's bytes are, as long as the value lives.
  package let address: UInt
  /// How many bytes there are.
  package let count: Int

  /// Maps a file; an empty one has no address.
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

  /// Brings a part of the file into memory, where the system can do that at once.
  ///
  /// Each page that is touched for the first time costs a fault of some microseconds; brought in
  /// together, a tenth of it. A hint: where the system refuses it, only time is lost.
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
  @unsafe package func table<Element>(at offset: Int, of: Element.Type) -> UnsafePointer<Element> {
    unsafe UnsafePointer(bitPattern: address + UInt(offset)).unsafelyUnwrapped
  }
}

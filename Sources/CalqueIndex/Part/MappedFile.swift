#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file in memory, read only, as long as the value lives.
///
/// A mapped file costs nothing until a page is touched; it stays readable after the file was
/// renamed or deleted, so that a reader never sees an index change under it.
@safe package final class MappedFile: Sendable {
  /// Where the file's bytes stand, as long as the value lives.
  package let address: UInt
  /// How many bytes there are.
  package let count: Int

  /// Maps a file.
  ///
  /// - Parameter path: the file.
  /// - Throws: `IndexError.missing`, `IndexError.unreadable`.
  package init(path: String) throws(IndexError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .missing(path: path) : .unreadable(path: path, errno: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, errno: errno)
    }
    count = Int(status.st_size)
    guard count > 0 else {
      throw .damaged(path: path, what: "it is empty")
    }
    guard let start = unsafe mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0),
      unsafe start != MAP_FAILED
    else { throw .unreadable(path: path, errno: errno) }
    address = UInt(bitPattern: start)
  }

  deinit {
    unsafe munmap(UnsafeMutableRawPointer(bitPattern: address), count)
  }

  /// Brings a part of the file into memory, where the system can do that at once.
  ///
  /// Each page that is touched for the first time costs a fault of some microseconds; brought in
  /// together, a tenth of it. A hint: where it is refused, nothing but time is lost.
  func bringIn(offset: Int, count length: Int) {
    #if canImport(Glibc)
      let page = max(1, Int(sysconf(Int32(_SC_PAGESIZE))))
      let first = offset / page * page
      unsafe madvise(
        UnsafeMutableRawPointer(bitPattern: address + UInt(first)), offset + length - first,
        MADV_POPULATE_READ)
    #endif
  }

  /// The address of a table inside the file.
  ///
  /// The caller has checked that the table lies within the file and is aligned.
  @unsafe package func table<Element>(at offset: Int, of: Element.Type) -> UnsafePointer<Element> {
    unsafe UnsafePointer(bitPattern: address + UInt(offset)).unsafelyUnwrapped
  }
}

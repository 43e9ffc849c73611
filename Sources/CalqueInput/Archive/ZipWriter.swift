import CArchive
import CalqueModel

/// Writes a zip file in memory, entry by entry.
///
/// Equal entries in equal order give equal bytes: every entry has the same date.
@safe package final class ZipWriter {
  private var writer: OpaquePointer?
  private let output: Output

  /// The bytes that the library has passed on.
  private final class Output {
    var bytes: [UInt8] = []
  }

  /// Begins a file.
  ///
  /// - Throws: `InputError` if libarchive is not installed or there is no memory.
  package init() throws(InputError) {
    let output = Output()
    let context = unsafe Unmanaged.passUnretained(output).toOpaque()
    let opened = unsafe calque_zip_write(
      { context, bytes, size in
        guard let context = unsafe context, let bytes = unsafe bytes else { return }
        let output = unsafe Unmanaged<Output>.fromOpaque(context).takeUnretainedValue()
        unsafe output.bytes.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: size))
      }, context)
    guard let opened = unsafe opened else {
      throw InputError(
        message: "a zip file cannot be written: libarchive is not installed, or memory is short",
        remedy: "install it, on Debian: apt install libarchive13")
    }
    unsafe writer = opened
    self.output = output
  }

  /// Adds an entry with its whole content.
  package func add(_ name: String, _ bytes: [UInt8]) throws(InputError) {
    let writer = unsafe writer
    let isDone = unsafe bytes.withUnsafeBytes { bytes in
      unsafe writer.map { unsafe calque_zip_add($0, name, bytes.baseAddress, bytes.count) } ?? 0
    }
    if isDone == 0 { throw InputError(message: "'\(name)' cannot be added to the zip file") }
  }

  /// Writes the end and gives the file; nothing can be added later.
  package func finish() throws(InputError) -> [UInt8] {
    let isDone = close()
    if !isDone { throw InputError(message: "the end of the zip file cannot be written") }
    return output.bytes
  }

  deinit { _ = close() }

  private func close() -> Bool {
    guard let writer = unsafe writer else { return false }
    unsafe self.writer = nil
    return unsafe calque_zip_finish(writer) != 0
  }
}

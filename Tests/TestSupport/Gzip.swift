internal import CZlib

/// Compresses for tests.
package enum Gzip {
  /// A gzip file with one member.
  package static func member(of bytes: [UInt8]) -> [UInt8] {
    var stream = unsafe z_stream()
    let version = unsafe zlibVersion()
    unsafe deflateInit2_(
      &stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY, version,
      Int32(MemoryLayout<z_stream>.size))
    defer { unsafe deflateEnd(&stream) }
    var input = bytes
    return unsafe [UInt8](
      unsafeUninitializedCapacity: Int(deflateBound(&stream, UInt(bytes.count)))
    ) { output, filled in
      unsafe input.withUnsafeMutableBufferPointer { input in
        unsafe stream.next_in = input.baseAddress
        unsafe stream.avail_in = UInt32(input.count)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(output.count)
        unsafe deflate(&stream, Z_FINISH)
        filled = unsafe output.count - Int(stream.avail_out)
      }
    }
  }
}

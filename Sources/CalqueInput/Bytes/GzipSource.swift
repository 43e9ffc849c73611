import CZlib
import CalqueModel

/// The decompressed content of a gzip file, with verified checksums and limited growth.
@safe package final class GzipSource: ByteSource {
  private let source: any ByteSource
  private let limits: InputLimits
  private var stream: UnsafeMutablePointer<z_stream>
  private var input: [UInt8] = []
  private var position = 0
  private var taken = 0
  private var given = 0
  private var isAtMemberStart = true
  private let chunkSize = 256 << 10

  // Below this size every ratio is accepted: a short file of blanks compresses a thousandfold.
  private let trusted = 16 << 20

  package init(_ source: any ByteSource, limits: InputLimits) throws(InputError) {
    self.source = source
    self.limits = limits
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    if unsafe calque_inflate_open(stream) != Z_OK {
      throw InputError(message: "no memory to decompress")
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Whether the bytes begin like a gzip file (RFC 1952, section 2.3.1).
  package static func isGzip(_ head: [UInt8]) -> Bool { head.starts(with: [0x1F, 0x8B]) }

  package func next() throws(InputError) -> [UInt8] {
    while true {
      if position == input.count {
        input = try source.next()
        position = 0
        if input.isEmpty {
          if isAtMemberStart { return [] }
          throw InputError(message: "the compressed file ends too early: it is truncated")
        }
      }
      if isAtMemberStart, taken > 0, input[position...].allSatisfy({ $0 == 0 }) {
        // Tapes and some tools append zeros behind the last member.
        position = input.count
        continue
      }
      let chunk = try inflateSome()
      if !chunk.isEmpty { return chunk }
    }
  }

  private func inflateSome() throws(InputError) -> [UInt8] {
    var status = Z_OK
    var used = 0
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: chunkSize) { output, filled in
      unsafe input.withUnsafeMutableBufferPointer { input in
        unsafe stream.pointee.next_in = input.baseAddress.map { unsafe $0 + position }
        unsafe stream.pointee.avail_in = UInt32(input.count - position)
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = UInt32(chunkSize)
        status = unsafe inflate(stream, Z_NO_FLUSH)
        used = input.count - position - Int(unsafe stream.pointee.avail_in)
        filled = unsafe chunkSize - Int(stream.pointee.avail_out)
      }
    }
    position += used
    taken += used
    given += chunk.count
    isAtMemberStart = false
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END:
      isAtMemberStart = true
      unsafe inflateReset(stream)
    default:
      let state = unsafe stream.pointee
      throw InputError(message: unsafe Self.reason(state))
    }
    if given > trusted, given / max(1, taken) > limits.ratio {
      throw InputError(
        message: "the compressed file expands more than \(limits.ratio)-fold: it is refused",
        remedy: "if it is honest, decompress it first")
    }
    if given > limits.expanded {
      throw InputError(message: "the compressed file expands to more than it may")
    }
    return chunk
  }

  private static func reason(_ stream: z_stream) -> String {
    guard let message = unsafe stream.msg else { return "the compressed file is damaged" }
    return unsafe "the compressed file is damaged: \(String(cString: message))"
  }
}

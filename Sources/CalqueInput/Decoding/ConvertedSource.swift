import CICU

/// Text of another encoding, converted to UTF-8.
@safe package final class ConvertedSource: ByteSource {
  private let source: any ByteSource
  private let encoding: String
  private let converter: OpaquePointer
  private var failure: InputError?
  private var hasEnded = false

  /// - Returns: nil if ICU does not know the encoding.
  package init?(_ source: any ByteSource, encoding: String) {
    guard let converter = unsafe calque_converter_open(encoding) else { return nil }
    unsafe self.converter = converter
    self.source = source
    self.encoding = encoding
  }

  deinit { unsafe calque_converter_close(converter) }

  package func next() throws(InputError) -> [UInt8] {
    while true {
      if let failure { throw failure }
      if hasEnded { return [] }
      let chunk = try source.next()
      hasEnded = chunk.isEmpty
      let text = converted(chunk)
      if !text.isEmpty { return text }
    }
  }

  /// Converts a chunk; a failure is kept until the text before it is read.
  private func converted(_ chunk: [UInt8]) -> [UInt8] {
    var text = [UInt8]()
    text.reserveCapacity(chunk.count + chunk.count / 2)
    var units = [UInt16](repeating: 0, count: 32 << 10)
    // The surrogates of a scalar above U+FFFF can be in two rounds.
    var decoder = SurrogateDecoder()
    var start = 0
    while true {
      var (used, written): (Int32, Int32) = (0, 0)
      let status = unsafe chunk.withUnsafeBytes { bytes in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[start...])
        return unsafe calque_converter_read(
          converter, rest.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(rest.count),
          hasEnded ? 1 : 0, &used, &units, Int32(units.count), &written)
      }
      start += Int(used)
      decoder.append(units[..<Int(written)], to: &text)
      if status == 1 { continue }
      if status < 0 {
        failure = InputError(message: "bytes that \(encoding) does not have")
      }
      return text
    }
  }
}

/// Joins surrogates to scalars, across rounds.
private struct SurrogateDecoder {
  private var high: UInt16?

  mutating func append(_ units: ArraySlice<UInt16>, to text: inout [UInt8]) {
    for unit in units {
      if UTF16.isLeadSurrogate(unit) {
        high = unit
        continue
      }
      var value = UInt32(unit)
      if let high, UTF16.isTrailSurrogate(unit) {
        value = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
      }
      high = nil
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      if value < 0x80 {
        text.append(UInt8(value))
      } else if let encoded = UTF8.encode(scalar) {
        text.append(contentsOf: encoded)
      }
    }
  }
}

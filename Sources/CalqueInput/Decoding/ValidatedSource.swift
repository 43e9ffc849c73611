import CalqueModel

/// Valid UTF-8 in pieces that end between scalars, for a parser that needs both.
///
/// The valid text before a broken byte is delivered first, then the failure.
package final class ValidatedSource: ByteSource {
  private let source: any ByteSource
  private var bytes: [UInt8] = []
  private var position = 0
  private var valid = 0
  private var failure: InputError?
  private var hasEnded = false

  // A piece is small, so that its content takes little memory, and large enough to be fast.
  private let pieceSize = 64 << 10

  package init(_ source: any ByteSource) { self.source = source }

  package func next() throws(InputError) -> [UInt8] {
    while position == valid {
      if let failure { throw failure }
      if hasEnded { return [] }
      fill()
    }
    if position == 0, valid <= pieceSize, valid == bytes.count {
      // A small chunk that ends between scalars is handed on as it is.
      var piece = [UInt8]()
      swap(&piece, &bytes)
      valid = 0
      return piece
    }
    var end = min(valid, position + pieceSize)
    while end < valid, end > position + 1, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    defer { position = end }
    return Array(bytes[position..<end])
  }

  /// Goes on behind the line with the broken byte that ended the text.
  ///
  /// - Returns: false if the source itself failed or ended.
  package func passOverLine() -> Bool {
    guard failure != nil, position == valid, valid < bytes.count else { return false }
    failure = nil
    while true {
      if let end = bytes[valid...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
        bytes.removeSubrange(0..<end)
        (position, valid) = (0, 0)
        validate()
        return true
      }
      (position, valid) = (0, 0)
      bytes = []
      do throws(InputError) {
        bytes = try source.next()
      } catch {
        failure = error
        return false
      }
      if bytes.isEmpty {
        hasEnded = true
        return true
      }
    }
  }

  private func fill() {
    bytes.removeSubrange(0..<valid)
    (position, valid) = (0, 0)
    do throws(InputError) {
      let chunk = try source.next()
      hasEnded = chunk.isEmpty
      bytes += chunk
    } catch {
      failure = error
    }
    validate()
  }

  private func validate() {
    // The stretch that is surely valid has no NUL either.
    let start = bytes.span.surelyValidUTF8(from: 0)
    switch ValidUTF8(bytes.span, from: start) {
    case .whole: valid = bytes.count
    case .unfinished(let offset):
      valid = offset
      if hasEnded { failure = InputError(message: "the file ends inside a character") }
    case .broken(let offset):
      valid = offset
      failure = .notUTF8(bytes[offset])
    }
    if let offset = bytes.span.extracting(start..<valid).first(0) {
      valid = start + offset
      failure = InputError(message: "a NUL byte, which no text holds")
    }
  }
}

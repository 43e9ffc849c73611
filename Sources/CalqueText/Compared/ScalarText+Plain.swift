extension ScalarText {
  /// The plain form of a token of the text.
  package func plain(_ span: TokenSpan) -> [UInt32] {
    var plain = [UInt32]()
    plain.reserveCapacity(span.end - span.start + 2)
    TokenForm.appendPlain(of: span.kind, scalars[span.start..<span.end], to: &plain)
    return plain
  }
}

/// A stream of bytes, in chunks.
package protocol ByteSource: AnyObject {
  /// The next bytes; none at the end.
  func next() throws(InputError) -> [UInt8]
}

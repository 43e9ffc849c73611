import CalqueModel
import Glibc

extension PathText {
  /// The text of a C string, whose bytes need not be UTF-8.
  @unsafe static func decoding(cString: UnsafePointer<CChar>) -> String {
    unsafe decoding(
      UnsafeBufferPointer(start: cString, count: strlen(cString)).map { UInt8(bitPattern: $0) })
  }
}

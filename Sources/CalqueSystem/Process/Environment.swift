import CalqueModel
import Glibc

/// The process's environment.
package enum Environment {
  /// A variable, whose bytes need not be UTF-8 (see `PathText`); nil if it is missing or empty.
  package static subscript(name: String) -> String? {
    guard let value = unsafe getenv(name), unsafe value.pointee != 0 else { return nil }
    return unsafe PathText.decoding(cString: value)
  }
}

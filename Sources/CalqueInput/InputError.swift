/// Why bytes or text stop coming.
package struct InputError: Error {
  /// What is wrong.
  package let message: String
  /// What to do about it.
  package var remedy: String?

  /// Makes an error.
  package init(message: String, remedy: String? = nil) {
    self.message = message
    self.remedy = remedy
  }
}

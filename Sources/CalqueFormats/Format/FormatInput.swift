package import CalqueInput

/// An opened file on its way to a reader.
package struct FormatInput {
  /// The file as the user named it: what a place names.
  package let file: String
  /// The file's beginning and name.
  package let head: FileHead
  /// The content: UTF-8 that is still to be validated, or the bytes of a binary file.
  package let source: any ByteSource
  /// What is known beforehand.
  package let options: FormatOptions
}

package import CalqueInput

/// An opened file that a reader is made of.
package struct FormatInput {
  /// The file as the user named it, for the places of errors.
  package let file: String
  /// The file's beginning and name.
  package let head: FileHead
  /// The content: UTF-8 that is not yet validated, or the bytes of a binary file.
  package let source: any ByteSource
  /// The options of the reading.
  package let options: FormatOptions
}

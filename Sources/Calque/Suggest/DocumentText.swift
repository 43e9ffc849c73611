import CalqueDocuments
import CalqueFormats
import CalqueInput
import CalqueModel

/// The reading of a document's file, with errors and warnings that name the file.
enum DocumentText {
  /// Reads a document that must contain text.
  ///
  /// - Throws: `WorkspaceError` of the kind `file` if the file is missing, is no document, or is
  ///   blank.
  static func read(_ path: String, encoding: String? = nil) throws(WorkspaceError) -> Document {
    let document = try contents(of: path, encoding: encoding)
    guard document.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw .file(
        FormatError(place: SourcePlace(file: path), message: "holds no text"), readable: nil)
    }
    return document
  }

  /// Reads a document, which may be blank; `-` is standard input from its present position on.
  ///
  /// - Throws: `WorkspaceError` of the kind `file` if the file is missing or is no document.
  static func contents(
    of path: String, encoding: String? = nil
  ) throws(WorkspaceError) -> Document {
    try StoreGuard.checkReading(path)
    do throws(InputError) {
      var document = try DocumentReader(encoding: encoding).read(path)
      document.warnings = document.warnings.map { "\(path): \($0)" }
      return document
    } catch {
      throw .file(FormatError(error, file: path), readable: nil)
    }
  }
}

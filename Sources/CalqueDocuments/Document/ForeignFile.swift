import CalqueInput
import CalqueModel

/// Files that are documents for people, but not for Calque.
enum ForeignFile {
  /// The error for a file of a known kind that is not read; nil for any other.
  static func refusal(_ head: [UInt8]) -> InputError? {
    if head.starts(with: "%PDF-".utf8) {
      return InputError(
        message: "a PDF file, which is not read", remedy: "save its text, for instance: pdftotext")
    }
    if head.starts(with: "{\\rtf".utf8) {
      return InputError(message: "an RTF file, which is not read", remedy: "save it as DOCX or ODT")
    }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return InputError(
        message: "a file of an old version of Word, which is not read",
        remedy: "save it as DOCX or ODT")
    }
    return nil
  }
}

import Calque
import CalqueModel

/// The formats that Calque reads and writes, one paragraph each, then the formats that Calque
/// refuses.
enum FormatsPage {
  /// The lines of the page.
  static func lines(of formats: [FormatDescription]) -> [String] {
    let used = formats.filter { $0.reads || $0.writes }
    let refused = formats.filter { !$0.reads && !$0.writes }
    let width = used.map { Columns.count($0.format.rawValue) }.max() ?? 0
    let names = refused.map(\.title).joined(separator: ", ")
    let last = wrapped("Known by their content, and refused: \(names).", to: Columns.width)
    return used.flatMap { lines(of: $0, width) } + [""] + last
  }

  private static func lines(of format: FormatDescription, _ width: Int) -> [String] {
    let suffixes =
      format.isPairOfFiles
      ? "two files, --moses" : format.suffixes.map { "." + $0 }.joined(separator: " ")
    let use =
      format.reads
      ? (format.writes ? "read and written" : "read, not written") : "written, not read"
    let heads = [
      format.title, suffixes, format.kinds.map(\.rawValue).joined(separator: " or "), use,
    ]
    let losses =
      format.losses.isEmpty ? "loses nothing" : "loses " + format.losses.joined(separator: "; ")
    let indent = String(repeating: " ", count: width + 2)
    return [Columns.left(format.format.rawValue, width + 2) + heads.joined(separator: " · ")]
      + wrapped(losses, to: Columns.width - width - 2).map { indent + $0 }
  }

  private static func wrapped(_ text: String, to width: Int) -> [String] {
    Paragraph(text).lines(width: width).map(\.text)
  }
}

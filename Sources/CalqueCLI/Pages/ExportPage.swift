import Calque
import CalqueModel

/// The messages of an export or a conversion.
enum ExportPage {
  /// The exported content: `1,042 units of 'archive' as TMX`.
  static func line(of report: ExportReport) -> String {
    let noun = report.resource.kind == .memory ? "unit" : "concept"
    return "\(Wording.count(report.rows, noun)) of '\(report.resource.name)' as "
      + report.format.title
  }

  /// The content of a file of an OmegaT project: `1,042 units of 'archive'`.
  static func line(of file: OmegaTFile) -> String {
    let noun = file.resource.kind == .memory ? "unit" : "concept"
    return "\(Wording.count(file.rows, noun)) of '\(file.resource.name)'"
  }

  /// The converted content: `1,042 units as TMX (2 skipped)`.
  static func line(of report: ConversionReport) -> String {
    let noun = report.detected.kind == .memory ? "unit" : "concept"
    let skipped = report.skipped.values.reduce(0, +)
    return "\(Wording.count(report.rows, noun)) as \(report.format.title)"
      + (skipped > 0 ? " (\(Wording.number(skipped)) skipped)" : "")
  }

  /// The content that the format could not hold: `lost: 12 × usagecount, 3 × sub`; nil if nothing
  /// was lost.
  static func losses(_ losses: [String: Int]) -> String? {
    if losses.isEmpty { return nil }
    let list = losses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\(Wording.number($0.value)) × \($0.key)" }
    return "lost: \(list.joined(separator: ", "))"
  }
}

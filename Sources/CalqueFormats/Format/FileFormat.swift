/// A format that Calque reads or writes.
public enum FileFormat: String, CaseIterable, Sendable {
  /// Translation Memory eXchange 1.1 to 1.4.
  case tmx
  /// Tab-separated pairs, without quoting.
  case tsv
  /// Comma-separated pairs by RFC 4180.
  case csv
  /// Calque's own glossary: tab-separated, with a header line that starts with `#`.
  case glossary
  /// OmegaT's glossary: source, target, comment, tab-separated.
  case omegat
  /// One JSON object a line; written, not read.
  case jsonl
}

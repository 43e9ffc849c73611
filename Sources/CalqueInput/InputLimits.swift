/// The limits beyond which a file is refused.
///
/// Every limit is far above the needs of ordinary files. Together the limits keep a reader's memory
/// constant.
package struct InputLimits: Hashable, Sendable {
  /// The maximum depth of nested elements.
  package var depth = 256
  /// The maximum number of bytes of an attribute's value.
  package var attribute = 64 << 10
  /// The maximum number of bytes of a segment, note, property or table cell.
  package var segment = 1 << 20
  /// The maximum number of bytes of a unit, concept, table row or file header with all its content.
  package var unit = 16 << 20
  /// The maximum number of cells of a table row.
  package var columns = 1_000
  /// The maximum number of bytes by which internal entities may lengthen a file.
  package var entities = 64 << 10
  /// The maximum ratio of a file's expanded size to its compressed size, for gzip and zip.
  package var ratio = 250
  /// The maximum number of bytes to which a compressed file may expand.
  package var expanded = 1 << 40

  /// The maximum number of bytes of a document's text, which is held in memory.
  package var document = 256 << 20
  /// The maximum number of bytes of a zip archive, compressed; an archive is held in memory.
  package var archive = 256 << 20
  /// The maximum number of entries of a zip archive.
  package var entries = 10_000
  /// The maximum number of bytes to which the entries that are read of a zip archive may expand.
  package var unpacked = 2 << 30

  /// Creates the default limits.
  package init() {}
}

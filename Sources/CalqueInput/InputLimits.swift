/// How much a file may ask for before it is refused.
///
/// Every limit lies far above what honest files hold; together they keep a reader's memory constant.
package struct InputLimits: Hashable, Sendable {
  /// Elements inside one another.
  package var depth = 256
  /// Bytes of one attribute's value.
  package var attribute = 64 << 10
  /// Bytes of one segment, note, property or table cell.
  package var segment = 1 << 20
  /// Bytes of one unit, concept, table row or file header with all that it holds.
  package var unit = 16 << 20
  /// Cells of one table row.
  package var columns = 1_000
  /// Bytes by which internal entities may lengthen a file.
  package var entities = 64 << 10
  /// How many times its size a compressed file may expand to.
  package var ratio = 250
  /// Bytes a compressed file may expand to.
  package var expanded = 1 << 40

  /// The limits that a file meets unless told otherwise.
  package init() {}
}

public import CalqueModel

/// A text of a memory in the language that is asked in, with what ranking needs to know of its unit.
public struct MemorySegment: Hashable, Sendable {
  /// The text's number in the store; unique.
  public let variant: Int64
  /// The number of the unit it belongs to.
  public let unit: Int64
  /// The number of the memory that holds the unit.
  public let resource: Int64
  /// How far the translation is trusted; a rejected unit is no segment.
  public let status: UnitStatus
  /// The number of the change that the unit's present state comes from.
  public let changed: Int64
  /// The text, byte for byte.
  public let text: String

  /// Names a text of a unit.
  public init(
    variant: Int64, unit: Int64, resource: Int64, status: UnitStatus, changed: Int64, text: String
  ) {
    self.variant = variant
    self.unit = unit
    self.resource = resource
    self.status = status
    self.changed = changed
    self.text = text
  }
}

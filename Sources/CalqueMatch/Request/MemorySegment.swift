public import CalqueModel

/// A text of a memory in the language of the query, with the data of its unit that ranking needs.
public struct MemorySegment: Hashable, Sendable {
  /// The text's number in the store; unique.
  public let variant: Int64
  /// The number of the unit it belongs to.
  public let unit: Int64
  /// The number of the memory that holds the unit.
  public let resource: Int64
  /// The status of the translation; a rejected unit has no segment.
  public let status: UnitStatus
  /// The number of the change that made the unit's present state.
  public let changed: Int64
  /// The text, byte for byte.
  public let text: String
  /// The places at which an inline code ends a word of the text, in UTF-8 bytes, in ascending order.
  public let breaks: [Int]

  /// A text and the data of its unit.
  public init(
    variant: Int64, unit: Int64, resource: Int64, status: UnitStatus, changed: Int64, text: String,
    breaks: [Int] = []
  ) {
    self.variant = variant
    self.unit = unit
    self.resource = resource
    self.status = status
    self.changed = changed
    self.text = text
    self.breaks = breaks
  }
}

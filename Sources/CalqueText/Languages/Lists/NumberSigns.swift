/// The signs inside a language's numbers.
package struct NumberSigns: Hashable, Sendable {
  /// The sign before the decimals: a comma or a full stop.
  package let decimal: UInt32
  /// The sign between groups of three digits, besides a space or an apostrophe.
  package let group: UInt32

  /// `3,4` and `12.000`.
  package static let comma = NumberSigns(decimal: 0x2C, group: 0x2E)
  /// `3.4` and `12,000`.
  package static let point = NumberSigns(decimal: 0x2E, group: 0x2C)

  /// The signs of the other convention.
  var other: NumberSigns { self == .comma ? .point : .comma }
}

/// Applies a function to the items of a list, possibly to several at the same time.
///
/// The aligner takes its threads from the caller, so that it can be used without the operating
/// system.
public protocol ParallelMap: Sendable {
  /// Applies the function to all items.
  ///
  /// - Parameters:
  ///   - items: the items.
  ///   - body: the function, which is called once for each item, in any order.
  /// - Returns: the values, in the items' order.
  func map<Item: Sendable, Value: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Item) -> Value
  ) -> [Value]
}

/// Applies a function to one item after the other.
public struct SerialMap: ParallelMap {
  /// A map on the calling thread alone.
  public init() {}

  /// Applies the function to all items, the first one first.
  public func map<Item: Sendable, Value: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Item) -> Value
  ) -> [Value] { items.map(body) }
}

/// The order in which memories or glossaries answer.
enum ResourceOrder {
  /// The named items first, in the order of the names, then the others in their order.
  static func first<Item>(
    _ names: [String], of items: [Item], name: (Item) -> String
  ) -> [Item] {
    if names.isEmpty { return items }
    return only(names, of: items, name: name) + items.filter { !names.contains(name($0)) }
  }

  /// The named items alone, each once, in the order of the names.
  static func only<Item>(_ names: [String], of items: [Item], name: (Item) -> String) -> [Item] {
    var chosen = [Item]()
    for (place, asked) in names.enumerated() where !names[..<place].contains(asked) {
      chosen += items.filter { name($0) == asked }
    }
    return chosen
  }
}

import CalqueModel

/// The names of elements and attributes, and short attributes that come again and again.
///
/// The parser keeps its names in a dictionary, in which equal names have equal addresses. So a name
/// is found by its addresses, and made a text once.
@safe final class XMLNames {
  /// A name in the parser's dictionary.
  private struct Name: Hashable {
    var local: UInt = 0
    var prefix: UInt = 0

    /// A number below 64.
    var slot: Int { Int(((local &+ prefix) &* 0x9E37_79B9_7F4A_7C15) &>> 58) }
  }

  /// The only attribute of an element, with a short value.
  private struct Lone {
    var name = Name()
    /// The bytes of the value, the first one lowest; no byte is 0.
    var value: UInt64 = 0
    var list: [Meta.Attribute] = []
  }

  private var known: [Name: String] = [:]
  // One name is looked for at a time, so nothing need watch these.
  /// The names that were asked for last, each in the slot of its address.
  @exclusivity(unchecked) private var recent = [(name: Name, text: String)](
    repeating: (Name(), ""), count: 64)
  /// The attributes that were asked for last, each in a slot of its name and value.
  @exclusivity(unchecked) private var lone = [Lone](repeating: Lone(), count: 64)

  /// The name of an element or attribute, with its prefix.
  func name(_ local: UnsafePointer<CChar>?, _ prefix: UnsafePointer<CChar>?) -> String {
    let key = Name(local: UInt(bitPattern: local), prefix: UInt(bitPattern: prefix))
    let slot = key.slot
    if unsafe recent[slot].name == key { return unsafe recent[slot].text }
    let name = unsafe made(key, local, prefix)
    unsafe recent[slot] = (key, name)
    return name
  }

  private func made(
    _ key: Name, _ local: UnsafePointer<CChar>?, _ prefix: UnsafePointer<CChar>?
  ) -> String {
    if let name = known[key] { return name }
    var name = unsafe text(local)
    if let prefix = unsafe prefix { name = unsafe text(prefix) + ":" + name }
    // The limit keeps the memory constant for a document with endless different names.
    if known.count < 10_000 { known[key] = name }
    return name
  }

  private func text(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
  }

  /// The attributes of an element that has one, `xml:lang="fr"` say.
  ///
  /// - Parameters:
  ///   - field: the five pointers that the parser gives of the attribute.
  ///   - make: makes the attributes.
  /// - Returns: what `make` makes, or made of the same name and value before.
  func lone(
    _ field: UnsafePointer<UnsafePointer<CChar>?>, _ make: () -> [Meta.Attribute]
  ) -> [Meta.Attribute] {
    guard let start = unsafe field[3], let end = unsafe field[4],
      let value = unsafe Self.packed(start, end)
    else { return make() }
    let name = Name(
      local: UInt(bitPattern: unsafe field[0]), prefix: UInt(bitPattern: unsafe field[1]))
    let slot = name.slot ^ Int((value &* 0x9E37_79B9_7F4A_7C15) &>> 58)
    if unsafe lone[slot].name == name, unsafe lone[slot].value == value {
      return unsafe lone[slot].list
    }
    let list = make()
    unsafe lone[slot] = Lone(name: name, value: value, list: list)
    return list
  }

  /// A value of 1 to 8 bytes without references; nil for others.
  private static func packed(
    _ start: UnsafePointer<CChar>, _ end: UnsafePointer<CChar>
  ) -> UInt64? {
    let count = unsafe end - start
    guard count > 0, count <= 8 else { return nil }
    var packed: UInt64 = 0
    for place in 0..<count {
      let byte = UInt8(bitPattern: unsafe start[place])
      if byte == UInt8(ascii: "&") { return nil }
      packed |= UInt64(byte) &<< UInt64(8 &* place)
    }
    return packed
  }
}

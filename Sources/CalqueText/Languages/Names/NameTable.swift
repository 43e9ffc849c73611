/// Names by their keys: what one language calls the things that another language has other names for.
///
/// A key is a code of ISO 3166, UN M49 or ISO 4217 where there is one, else a code of ours. The
/// first name is the one to print. A name with `=` before it is printed and never recognised.
package struct NameTable: Sendable {
  /// A name of a language.
  package struct Name: Hashable, Sendable {
    /// The name.
    package let text: String
    /// Whether a text that has the name has the thing.
    package let isRecognised: Bool
  }

  /// The keys, in the order of the table.
  package let keys: [String]
  private let names: [String: [Name]]

  /// Reads entries such as `US États-Unis;USA`, with a comma or a line's end between them.
  init(_ text: String) {
    var keys = [String]()
    var names = [String: [Name]]()
    let ends: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "\n")]
    for entry in text.utf8.split(whereSeparator: ends.contains) {
      let entry = entry.drop { $0 == UInt8(ascii: " ") }
      guard let cut = entry.firstIndex(of: UInt8(ascii: " ")) else { continue }
      let key = String(Substring(entry[..<cut]))
      keys.append(key)
      names[key] = entry[entry.index(after: cut)...].split(separator: UInt8(ascii: ";")).map {
        let isRecognised = $0.first != UInt8(ascii: "=")
        return Name(
          text: String(Substring(isRecognised ? $0 : $0.dropFirst())), isRecognised: isRecognised)
      }
    }
    self.keys = keys
    self.names = names
  }

  /// The names of a key; empty if the language has none of its own.
  package func names(of key: String) -> [Name] { names[key] ?? [] }

  /// The table of a language without names.
  static let none = NameTable("")
}

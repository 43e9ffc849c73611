/// The words of a language that head the title of an office: *ministre*, *secretary*.
package struct OfficeWords: Sendable {
  /// The folded heads, without hyphens.
  package let heads: Set<String>
  /// The folded participles that open what an office is for: *chargée du Dialogue social*.
  package let openings: Set<String>

  /// Reads words that are separated by spaces.
  init(heads: String, openings: String = "") {
    func words(_ list: String) -> Set<String> {
      Set(list.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) })
    }
    self.heads = words(heads)
    self.openings = words(openings)
  }

  /// The list of a language that says nothing.
  static let none = OfficeWords(heads: "")
}

import CalqueModel

extension FileFormat {
  /// Two files of plain text, of which a line in one translates the same line in the other.
  public static let moses = FileFormat(named: "moses")
}

extension FormatDescription {
  /// Two files whose lines translate each other, as the Moses tools have them.
  static let moses = FormatDescription(
    pair: .moses, title: "Moses", kinds: [.memory],
    losses: [
      "everything but the two texts of a unit", "inline codes", "texts in a third language",
      "line breaks inside a text",
    ])
}

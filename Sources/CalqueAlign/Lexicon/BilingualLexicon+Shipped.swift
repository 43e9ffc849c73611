internal import CBilingualLexicon
public import CalqueModel

extension BilingualLexicon {
  /// The lexicon that comes with Calque for a pair of languages; nil if there is none.
  ///
  /// The second line of the table names its two languages. `Sources/CBilingualLexicon/README.md`
  /// says what the table was made from.
  ///
  /// - Complexity: O(n) for the n bytes of the table, some 150,000.
  public static func shipped(for pair: LanguagePair) -> BilingualLexicon? {
    // The C array lives as long as the program, and its size is that of the array.
    guard let start = unsafe calque_bilingual_lexicon() else { return nil }
    let table = unsafe Span(_unsafeStart: start, count: calque_bilingual_lexicon_size())
    guard let (source, target) = languages(of: table) else { return nil }
    switch (pair.source.primary, pair.target.primary) {
    case (source, target): return BilingualLexicon(table: table)
    case (target, source): return BilingualLexicon(table: table).reversed
    default: return nil
    }
  }

  /// The two languages in the second line: `#` and the two tags, with a tab between them.
  private static func languages(of table: Span<UInt8>) -> (String, String)? {
    var lines: [[UInt8]] = [[]]
    for place in table.indices {
      if table[place] == 0x0A {
        if lines.count == 2 { break }
        lines.append([])
      } else {
        lines[lines.count - 1].append(table[place])
      }
    }
    let cells = lines[lines.count - 1].dropFirst().split(separator: 0x09)
      .map { String(decoding: $0, as: UTF8.self) }
    return cells.count >= 2 ? (cells[0], cells[1]) : nil
  }
}

import CalqueText

/// The entries of all shipped glossaries, and where one puts first what another forbids.
struct GlossaryTraps {
  /// The entries, each with the name of its file.
  let rows: [(file: String, row: GlossaryRow)]

  /// A French term with an English one.
  private struct Pair: Hashable {
    let french: String
    let english: String
  }

  /// One finding for each entry whose preferred pair is forbidden by another, as `file:line: what`.
  ///
  /// What is forbidden is forbidden as English, so an entry for translating from English is free:
  /// *Premier ministre* is no "first minister", but Scotland's is a *Premier ministre*.
  func findings() -> [String] {
    var forbidding = [Pair: String]()
    for (file, row) in rows {
      for french in [row.french] + row.frenchVariants {
        for english in row.avoided {
          forbidding[Pair(french: folded(french), english: folded(english))] =
            "\(file):\(row.line)"
        }
      }
    }
    return rows.filter { !$0.row.flags.contains("en-fr") }.flatMap { file, row in
      ([row.french] + row.frenchVariants).compactMap { french in
        forbidding[Pair(french: folded(french), english: folded(row.english))].map {
          "\(file):\(row.line): \(french) = \(row.english), forbidden in \($0)"
        }
      }
    }
  }
}

internal import CalqueMatch
internal import CalqueText

/// Finds the classes of a part's words that begin as an element of a query: for *loi\**, those of
/// *loi*, *lois* and *loisir*.
struct WordBeginnings {
  private let part: IndexPart

  init(_ part: IndexPart) { self.part = part }

  /// The classes that have a form with each beginning, in their order.
  ///
  /// - Parameter concordance: the query; its beginnings are looked for.
  /// - Returns: the classes' numbers, for each beginning of the query.
  /// - Complexity: O(forms of the part); nearly all are ruled out by their first letter.
  func classes(_ concordance: inout WordConcordance) -> [[UInt32]] {
    concordance.beginnings.map { beginning in
      var classes: Set<UInt32> = []
      forEachWord(beginning.letters) { form, plain in
        let mask = concordance.mask(.word, plain: plain)
        guard mask.any >> UInt64(beginning.element) & 1 != 0 else { return }
        if let number = part.classNumber(ofForm: form) { classes.insert(number) }
      }
      return classes.sorted()
    }
  }

  /// Passes the words that may begin with some folded letters.
  private func forEachWord(_ letters: [UInt32], _ body: (UInt32, [UInt32]) -> Void) {
    for form in 0..<UInt32(part.formCount) {
      guard part.mayBegin(form, with: letters) else { continue }
      let plain = String(decoding: part.formName(form).dropFirst(), as: UTF8.self)
      body(form, plain.unicodeScalars.map(\.value))
    }
  }
}

extension IndexPart {
  /// Whether a form is a word that may begin with some folded letters: folding keeps the letters of
  /// ASCII but for their case, and anything else may fold to anything.
  fileprivate func mayBegin(_ form: UInt32, with letters: [UInt32]) -> Bool {
    guard let range = range(Int(form), .formEnds, .formBytes, count: formCount), !range.isEmpty
    else { return false }
    let bytes = unsafe table(.formBytes, of: UInt8.self)
    guard unsafe bytes[range.lowerBound] == TokenKind.word.rawValue else { return false }
    for (place, letter) in zip(range.dropFirst(), letters) {
      let small = unsafe UInt32(bytes[place] | 0x20)
      guard (0x61...0x7A).contains(small) else { return true }
      if small != letter { return false }
    }
    return true
  }
}

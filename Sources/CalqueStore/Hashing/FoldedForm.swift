import CalqueText

/// The hash of a text's folded form, by which `lookup --exact` finds it.
enum FoldedForm {
  static func hash(_ text: String) -> Int64 {
    Int64(bitPattern: TextHash.of(text))
  }
}

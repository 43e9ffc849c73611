extension FoldedText {
  /// The small letters of a word with their accents, in NFC; full stops are dropped.
  package static func smallLetters(word scalars: [UInt32]) -> [UInt32] {
    let small = String(scalars: scalars).lowercased().unicodeScalars.map(\.value)
    return NormalForm.nfc(small).filter { $0 != 0x2E }
  }
}

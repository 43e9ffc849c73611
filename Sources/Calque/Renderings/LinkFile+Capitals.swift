extension LinkFile.Side {
  /// Whether a form begins with a capital.
  func beginsWithCapital(_ form: UInt32) -> Bool {
    let bytes = bytes(ofForm: form)
    guard let first = bytes.first else { return false }
    if formBytes[first] < 0x80 { return (0x41...0x5A).contains(formBytes[first]) }
    return String(decoding: self.form(form), as: UTF8.self).unicodeScalars.first?
      .properties.isUppercase == true
  }
}

/// The name that the files of a language have in the index's folder.
///
/// A language is whatever a file said: `../evil` is kept in the store as written. A plain subtag of
/// lower-case letters and digits names its files itself; any other is written as `_` and the
/// hexadecimal digits of its bytes, so that no language leads out of the folder and no two share a
/// name. A name too long for the file system has no index; the scan answers.
enum LanguageFileName {
  /// The name for a language.
  static func name(of language: String) -> String {
    isPlain(language) ? language : "_" + language.utf8.map(hexadecimal).joined()
  }

  /// The language that a name stands for; nil where it is no name of a language.
  static func language(named name: String) -> String? {
    guard name.utf8.first == UInt8(ascii: "_") else { return isPlain(name) ? name : nil }
    var bytes = [UInt8]()
    var digits = name.utf8.dropFirst()
    while let high = digits.popFirst() {
      guard let low = digits.popFirst(), let first = value(high), let second = value(low) else {
        return nil
      }
      bytes.append(first << 4 | second)
    }
    return String(validating: bytes, as: UTF8.self).flatMap { isPlain($0) ? nil : $0 }
  }

  private static func isPlain(_ language: String) -> Bool {
    (1...8).contains(language.utf8.count)
      && language.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

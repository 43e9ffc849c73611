internal import CICU
package import CalqueModel

/// What languages are called, by ICU: `French`, `français`, `allemand`, `Deutsch`.
package enum LanguageNames {
  /// The languages that names are known in, besides each language's own: those that the headers of
  /// tables are written in.
  private static let tongues = [English.primary, French.primary]

  /// The language that a name stands for, whatever its case and accents; nil for anything else.
  ///
  /// Known are the names of the languages that have a code of two letters.
  package static func language(named name: String) -> LanguageTag? {
    // ICU names no language with fewer letters, nor with so many.
    guard (3...64).contains(name.utf8.count) else { return nil }
    return byName[folded(String(trimmed(name)))].map { LanguageTag($0) }
  }

  /// What a language is called in English; its subtag where ICU has no name for it.
  package static func english(_ language: Language) -> String {
    name(of: language.primary, in: English.primary) ?? language.primary
  }

  /// Folded names to codes; where two languages share a name, English names come first.
  private static let byName: [String: String] = {
    var names = [String: String]()
    func add(_ code: String, in tongue: String) {
      guard let name = name(of: code, in: tongue) else { return }
      let key = folded(name)
      if names[key] == nil { names[key] = code }
    }
    let codes = LanguageCodes.twoLetters
    for tongue in tongues { codes.forEach { add($0, in: tongue) } }
    codes.forEach { add($0, in: $0) }
    return names
  }()

  private static func name(of code: String, in tongue: String) -> String? {
    var units = [UInt16](repeating: 0, count: 128)
    let length = unsafe units.withUnsafeMutableBufferPointer { buffer in
      unsafe calque_language_name(code, tongue, buffer.baseAddress, Int32(buffer.count))
    }
    return length > 0 ? String(decoding: units[..<Int(length)], as: UTF16.self) : nil
  }
}

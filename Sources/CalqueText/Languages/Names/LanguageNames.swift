internal import CICU
package import CalqueModel

/// The names of languages, by ICU: `French`, `français`, `allemand`, `Deutsch`.
package enum LanguageNames {
  /// The languages in which names are known, besides each language's own: the headers of tables use
  /// them.
  private static let tongues = [English.primary, French.primary]

  /// The language with a name, whatever the name's case and accents; nil for other texts.
  ///
  /// The languages are those that have a code of two letters.
  package static func language(named name: String) -> LanguageTag? {
    // Every name of ICU has at least 3 and at most 64 letters.
    guard (3...64).contains(name.utf8.count) else { return nil }
    let name = folded(String(trimmed(name)))
    let code = byName[name] ?? French.masculines(of: name).lazy.compactMap { byName[$0] }.first
    return code.map { LanguageTag($0) }
  }

  /// The English name of a language; the language's subtag if ICU has no name.
  package static func english(_ language: Language) -> String {
    name(of: language.primary, in: English.primary) ?? language.primary
  }

  /// A map from folded names to codes; if two languages share a name, English names come first.
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

  /// The name of a language in another one; nil if ICU has none.
  package static func name(of code: String, in language: Language) -> String? {
    name(of: code, in: language.primary)
  }

  private static func name(of code: String, in tongue: String) -> String? {
    var units = [UInt16](repeating: 0, count: 128)
    let length = unsafe units.withUnsafeMutableBufferPointer { buffer in
      unsafe calque_language_name(code, tongue, buffer.baseAddress, Int32(buffer.count))
    }
    return length > 0 ? String(decoding: units[..<Int(length)], as: UTF16.self) : nil
  }
}

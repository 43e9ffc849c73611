internal import CICU

/// The countries behind a language's name in a table: `France`, `Royaume-Uni`, `UK`.
package enum CountryNames {
  /// The code of two letters of a country's name or code; nil for other texts.
  package static func code(_ name: String) -> String? {
    guard (2...64).contains(name.utf8.count) else { return nil }
    return byName[folded(String(trimmed(name)))]
  }

  private static let byName: [String: String] = {
    // The abbreviations that people use and ISO 3166 does not have.
    var names = ["uk": "GB", "usa": "US", "u.s.": "US", "u.k.": "GB"]
    guard var next = unsafe calque_countries() else { return names }
    while let pointer = unsafe next.pointee {
      let code = unsafe String(cString: pointer)
      for name in [code] + [English.primary, French.primary].compactMap({ name(of: code, in: $0) })
      where names[folded(name)] == nil {
        names[folded(name)] = code
      }
      unsafe next += 1
    }
    return names
  }()

  private static func name(of code: String, in tongue: String) -> String? {
    var units = [UInt16](repeating: 0, count: 128)
    let length = unsafe units.withUnsafeMutableBufferPointer { buffer in
      unsafe calque_region_name(code, tongue, buffer.baseAddress, Int32(buffer.count))
    }
    return length > 0 ? String(decoding: units[..<Int(length)], as: UTF16.self) : nil
  }
}

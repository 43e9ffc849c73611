internal import CICU

/// The names of countries, continents and currencies in a language, by ICU.
///
/// A name that says more than people do (`Myanmar (Burma)`) is left out: `NameRules` has the name
/// that the press uses.
package enum RegionNames {
  /// The codes of ISO 3166-1 for all countries, and those of UN M49 for continents and their parts.
  package static let regions: [String] = {
    var codes = [
      "002", "009", "054", "061", "142", "143", "145", "150", "154", "155", "202", "039",
    ]
    guard var next = unsafe calque_countries() else { return codes }
    while let code = unsafe next.pointee {
      codes.append(unsafe String(cString: code))
      unsafe next += 1
    }
    return codes
  }()

  /// The codes of ISO 4217 for the currencies in use.
  package static let currencies: [String] = {
    let capacity = 400
    let empty: (CChar, CChar, CChar, CChar) = (0, 0, 0, 0)
    var codes = Array(repeating: empty, count: capacity)
    let count = unsafe codes.withUnsafeMutableBufferPointer { buffer in
      unsafe calque_currencies(buffer.baseAddress, Int32(buffer.count))
    }
    return codes.prefix(max(0, Int(count))).map { code in
      String(decoding: [code.0, code.1, code.2].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }()

  /// The name of a country or a continent in a language; nil if ICU has no plain name.
  package static func region(_ code: String, in language: Language) -> String? {
    unsafe plain { unsafe calque_region_name(code, language.primary, $0, $1) }
  }

  /// The name of one unit of a currency in a language; nil if ICU has no plain name.
  package static func currency(_ code: String, in language: Language) -> String? {
    unsafe plain { unsafe calque_currency_name(code, language.primary, $0, $1) }
  }

  private static func plain(
    _ ask: (UnsafeMutablePointer<UInt16>?, Int32) -> Int32
  ) -> String? {
    var units = [UInt16](repeating: 0, count: 128)
    let length = unsafe units.withUnsafeMutableBufferPointer { buffer in
      unsafe ask(buffer.baseAddress, Int32(buffer.count))
    }
    guard length > 0 else { return nil }
    let name = String(decoding: units[..<Int(length)], as: UTF16.self)
    return name.utf8.contains { "&(0123456789".utf8.contains($0) } ? nil : name
  }
}

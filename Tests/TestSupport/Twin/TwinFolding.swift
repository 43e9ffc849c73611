import Foundation

/// The text as it is compared, and its folded form.
package enum TwinFolding {
  /// NFC, ends trimmed.
  package static func text(_ raw: String) -> String {
    var scalars = Array(raw.precomposedStringWithCanonicalMapping.unicodeScalars)
    while let first = scalars.first, TwinScalars.isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, TwinScalars.isSpace(last) { scalars.removeLast() }
    return string(scalars)
  }

  /// NFD, full case folding, accents dropped, ligatures opened, punctuation unified, white space
  /// reduced to single spaces, NFC.
  package static func folded(_ text: String) -> String {
    let digits = text.unicodeScalars.filter { !TwinScalars.isSkipped($0) }
      .map { TwinScalars.raisedDigits[$0] ?? $0 }
    let cased = string(digits).decomposedStringWithCanonicalMapping.unicodeScalars
      .map(caseFolded).joined()
    let bare = cased.decomposedStringWithCanonicalMapping.unicodeScalars
      .filter { !(0x300...0x36F).contains($0.value) }
    var result: [Unicode.Scalar] = []
    for scalar in bare {
      for unified in TwinFolding.unified(scalar).unicodeScalars {
        if unified == " ", result.last == " " { continue }
        result.append(unified)
      }
    }
    return string(result).precomposedStringWithCanonicalMapping
  }

  /// The text with nothing but apostrophes and raised digits unified.
  package static func plain(_ text: String) -> String {
    string(
      text.unicodeScalars.map { scalar in
        TwinScalars.apostrophes.contains(scalar)
          ? "'" : TwinScalars.raisedDigits[scalar] ?? scalar
      })
  }

  package static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// One scalar's full case folding: down, up and down again reaches what only capitals unite
  /// (ß, ẞ and ss; σ and ς), save for the dotless i, which stays itself.
  private static func caseFolded(_ scalar: Unicode.Scalar) -> String {
    if scalar == "ı" { return "ı" }
    return mapped(
      mapped(scalar.properties.lowercaseMapping, \.uppercaseMapping), \.lowercaseMapping)
  }

  private static func mapped(
    _ text: String, _ mapping: KeyPath<Unicode.Scalar.Properties, String>
  ) -> String {
    text.unicodeScalars.map { $0.properties[keyPath: mapping] }.joined()
  }

  private static func unified(_ scalar: Unicode.Scalar) -> String {
    if scalar == "œ" { return "oe" }
    if scalar == "æ" { return "ae" }
    if scalar == "…" { return "..." }
    if TwinScalars.apostrophes.contains(scalar) { return "'" }
    if TwinScalars.quotes.contains(scalar) { return "\"" }
    if TwinScalars.dashes.contains(scalar) { return "-" }
    if TwinScalars.isSpace(scalar) { return " " }
    return String(scalar)
  }
}

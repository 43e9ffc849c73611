/// A BCP 47 language tag; comparing ignores case and takes `_` for `-`.
///
///     LanguageTag("en_gb") == LanguageTag("en-GB")  // true
///     LanguageTag("fr-CA").fit(asked: LanguageTag("fr"))  // .region
public struct LanguageTag: Sendable {
  /// The tag as a file or a user wrote it.
  public let written: String

  /// The tag in lower case with `-` between its subtags, for comparing and hashing.
  public let key: String

  /// Keeps a tag as written; `isWellFormed` tells whether the string is a tag.
  public init(_ written: String) {
    self.written = written
    if written.utf8.allSatisfy({ !(0x41...0x5A).contains($0) && $0 != UInt8(ascii: "_") }) {
      key = written
      return
    }
    var key = [UInt8]()
    key.reserveCapacity(written.utf8.count)
    for byte in written.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): key.append(byte | 0x20)
      case UInt8(ascii: "_"): key.append(UInt8(ascii: "-"))
      default: key.append(byte)
      }
    }
    self.key = String(decoding: key, as: UTF8.self)
  }

  /// The language without script, region or variant: `fr` of `fr-CA`.
  public var primary: String {
    guard let end = key.utf8.firstIndex(of: UInt8(ascii: "-")) else { return key }
    return String(key[..<end])
  }

  /// Whether the tag has the shape of BCP 47.
  ///
  /// Every subtag has 1 to 8 letters or digits. The first has 2 or 3 letters, or is `x` or `i` and not
  /// the only one.
  public var isWellFormed: Bool {
    // The subtags before the present one; its length; whether it has letters alone.
    var (before, length, isOfLetters) = (0, 0, true)
    var first = (length: 0, isOfLetters: true, letter: UInt8(0))
    func ends() -> Bool {
      guard (1...8).contains(length) else { return false }
      if before == 0 { (first.length, first.isOfLetters) = (length, isOfLetters) }
      (before, length, isOfLetters) = (before + 1, 0, true)
      return true
    }
    for byte in key.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9"): isOfLetters = false
      case UInt8(ascii: "-"):
        guard ends() else { return false }
        continue
      default: return false
      }
      if before == 0, length == 0 { first.letter = byte }
      length += 1
    }
    guard ends(), first.isOfLetters else { return false }
    if first.length == 1 {
      return before > 1 && (first.letter == UInt8(ascii: "x") || first.letter == UInt8(ascii: "i"))
    }
    return (2...3).contains(first.length)
  }

  /// The degree to which a tag fits the tag asked for, best first.
  public enum Fit: Int, Comparable, Sendable {
    /// The same tag.
    case exact
    /// The bare language: `fr` where `fr-CA` was asked for.
    case language
    /// Another region or script of the language: `en-GB` where `en` or `en-US` was asked for.
    case region

    /// Whether a fit is better than another; `exact` is the smallest.
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// How well this tag fits the tag asked for; nil if the languages differ.
  public func fit(asked: LanguageTag) -> Fit? {
    if key == asked.key { return .exact }
    guard primary == asked.primary else { return nil }
    return key == primary ? .language : .region
  }
}

extension LanguageTag: Hashable {
  /// Whether two tags are the same, case and `_` aside.
  public static func == (a: LanguageTag, b: LanguageTag) -> Bool {
    a.key.hasSameBytes(as: b.key)
  }

  /// Hashes the tag without regard to case and `_`.
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension LanguageTag: CustomStringConvertible, ExpressibleByStringLiteral {
  /// The tag as written.
  public var description: String { written }

  /// Makes a tag from a literal.
  public init(stringLiteral value: String) { self.init(value) }
}

import CalqueModel
import TestSupport

@testable import CalqueFormats

extension BilingualFile {
  /// Opens bytes under a file name.
  init(
    _ bytes: some Sequence<UInt8>, name: String, pair: LanguagePair? = nil,
    asWhole: Choice? = nil
  ) throws {
    let folder = try TemporaryFolder()
    try self.init(path: folder.write(bytes, to: name), pair: pair, asWhole: asWhole)
  }

  /// The file as text, with a translation for each segment that has one in a table.
  func text(_ translations: [String: String], score: Int = 100) -> String {
    let bytes = filled { _, segment in
      translations[segment.source].map { BilingualFilling(translation: .of($0, score: score)) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The segments in short: `id|source`, with `+` behind what is translated and `?` behind what is
  /// open.
  var list: [String] {
    segments.map { segment in
      "\(segment.id ?? "-")|\(segment.source)"
        + (segment.isTranslated ? "+" : "") + (segment.isOpen ? "?" : "")
    }
  }
}

extension BilingualFilling.Match {
  /// A match that says no more than its translation.
  static func of(
    _ target: String, source: String = "source", codes: String? = nil, score: Int = 100,
    memory: String = "desk"
  ) -> Self {
    Self(source: source, target: target, codes: codes, score: score, memory: memory)
  }
}

extension String {
  /// The pieces between the occurrences of a text.
  func cut(at separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map { String($0) }
  }
}

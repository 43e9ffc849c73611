import CalqueInput
import CalqueModel

@testable import CalqueFormats

// A whole format, as an example of one: a folder of its own would hold these four declarations.
//
//     %tiny fr en
//     sommet = summit

extension FileFormat {
  /// Pairs joined by an equals sign under a line that names the languages.
  static let tiny = FileFormat(named: "tiny")
}

extension FormatDescription {
  /// Pairs joined by an equals sign under a line that names the languages.
  static let tiny = FormatDescription(
    .tiny, title: "Tiny", suffixes: ["tiny"], kinds: [.memory],
    losses: ["all but the first text in each of two languages", "equals signs and line breaks"],
    recognises: { head in TinyReader.languages(head.lines.first) == nil ? nil : .certain },
    makeReader: { input throws(InputError) in try TinyReader(input) },
    makeWriter: { _, options in TinyWriter(pair: options.pair) })
}

/// Reads pairs, a line each.
struct TinyReader: FormatReader {
  let kind = Resource.Kind.memory
  let languages: [LanguageTag]
  private let input: FormatInput

  /// Makes a reader; the first line names the languages.
  init(_ input: FormatInput) throws(InputError) {
    guard let languages = Self.languages(input.head.lines.first) else {
      throw InputError(message: "its first line is not '%tiny' and two languages", line: 1)
    }
    self.languages = languages
    self.input = input
  }

  /// The languages that the first line names.
  static func languages(_ line: String?) -> [LanguageTag]? {
    let words = (line ?? "").split(separator: " ").map(String.init)
    guard words.count == 3, words[0] == "%tiny" else { return nil }
    return [LanguageTag(words[1]), LanguageTag(words[2])]
  }

  func read(_ each: (FileEvent) throws -> Void) throws {
    var scanner = TableScanner(
      input.source, dialect: Dialect(delimiter: UInt8(ascii: "="), isQuoted: false),
      limits: input.options.limits)
    var cells = [Cell]()
    while true {
      do throws(RowProblem) {
        guard try scanner.next(&cells) else { return }
      } catch {
        let problem = InputError(message: error.message, line: error.line, column: error.column)
        throw FormatError(problem, file: input.file)
      }
      if scanner.line == 1 {
        try each(.header(FileHeader(format: .tiny, languages: languages)))
        continue
      }
      let place = SourcePlace(file: input.file, line: scanner.line, column: 1)
      let texts = cells.map { scanner.text($0).trimmingBlanks }
      guard texts.count == 2, !texts.contains("") else {
        try each(.skipped(reason: "no pair", place))
        continue
      }
      let variants = zip(languages, texts).map { Variant(language: $0, text: $1) }
      try each(.unit(TranslationUnit(variants: variants), place))
    }
  }
}

/// Writes pairs, a line each.
struct TinyWriter: FormatWriter {
  let pair: LanguagePair?
  private var languages: [LanguageTag]?

  init(pair: LanguagePair?) { self.pair = pair }

  mutating func write(_ unit: TranslationUnit, to output: inout Output) throws(FormatError) {
    let languages =
      languages ?? pair.map { [$0.source, $0.target] } ?? unit.variants.prefix(2).map(\.language)
    if self.languages == nil {
      output.append("%tiny " + languages.map(\.written).joined(separator: " ") + "\n")
      self.languages = languages
    }
    let texts = languages.compactMap { language in
      unit.variants.first { $0.language == language }?.text
    }
    guard texts.count == 2 else { return output.passOver("unit without both languages") }
    output.lose(unit) { _ in false }
    output.append(texts.map { clean($0, &output) }.joined(separator: " = ") + "\n")
  }

  mutating func write(_ concept: Concept, to output: inout Output) throws(FormatError) {
    try write(TranslationUnit(concept), to: &output)
  }

  func finish(_ output: inout Output) {}

  private func clean(_ text: String, _ output: inout Output) -> String {
    let bytes = text.utf8.map { $0 < 0x20 || $0 == UInt8(ascii: "=") ? UInt8(ascii: " ") : $0 }
    output.lose("equals sign or line break", zip(bytes, text.utf8).count { $0 != $1 })
    return String(decoding: bytes, as: UTF8.self)
  }
}

import CalqueInput
import CalqueModel

/// Reads two files whose lines translate each other, as the Moses tools write them.
struct MosesReader: FormatReader {
  let kind = Resource.Kind.memory
  let languages: [LanguageTag]
  private let files: [String]
  private let texts: [TextInput]
  private let opening: [FormatWarning]
  private let options: FormatOptions

  /// Opens two files, source first.
  ///
  /// - Throws: `FormatError` if a file cannot be opened or its language is not known.
  init(_ source: String, _ target: String, _ options: FormatOptions) throws(FormatError) {
    files = [source, target]
    self.options = options
    var (texts, opening) = ([TextInput](), [FormatWarning]())
    for file in files {
      do throws(InputError) {
        let opened = try OpenedFile(path: file, limits: options.limits)
        let text = try TextInput(opened, encoding: options.encoding, isWestern: true)
        let messages = opened.warnings + [text.warning].compactMap(\.self)
        opening += messages.map { Self.warning($0, line: 1, of: file, in: source) }
        texts.append(text)
      } catch {
        throw FormatError(error, file: file)
      }
    }
    (self.texts, self.opening) = (texts, opening)
    // Such files end in their language: corpus.fr, corpus.en.
    let named = [FileName(path: source).suffix, FileName(path: target).suffix]
      .map { LanguageTag($0) }
    if let pair = options.pair {
      languages = [pair.source, pair.target]
    } else if named.allSatisfy({ $0.isWellFormed && $0.primary.utf8.count == 2 }) {
      languages = named
    } else if let pair = options.fallbackPair {
      languages = [pair.source, pair.target]
    } else {
      throw FormatError(
        place: SourcePlace(file: source), message: "the languages of the two files are not named",
        remedy: .namePair)
    }
  }

  /// The name of a corpus: `corpus` of `corpus.fr`.
  static func name(_ source: String) -> String {
    let name = FileName(path: source)
    guard name.stem.hasSuffix("." + name.suffix), name.stem.utf8.count > name.suffix.utf8.count + 1
    else { return name.stem }
    return String(name.stem.dropLast(name.suffix.count + 1))
  }

  /// Reports a unit for each line.
  ///
  /// - Throws: `FormatError` if one file has more lines than the other.
  func read(_ each: (FileEvent) throws -> Void) throws {
    try each(.header(FileHeader(format: .moses, languages: languages)))
    for warning in opening { try each(.warning(warning)) }
    var lines = texts.map { TextLines($0.source, limit: options.limits.segment) }
    while true {
      let source = try next(&lines[0], files[0])
      let target = try next(&lines[1], files[1])
      guard let source, let target else {
        if source == nil, target == nil { return try close(each) }
        let (short, long) = source == nil ? (0, 1) : (1, 0)
        throw FormatError(
          place: SourcePlace(file: files[long], line: lines[long].line, column: 1),
          message: "\(files[short]) has no line \(lines[long].line)",
          remedy: "check that each line translates the same line of the other file")
      }
      let place = SourcePlace(file: files[0], line: lines[0].line, column: 1)
      if source.isBlank || target.isBlank {
        try each(.skipped(reason: "empty side", place))
        continue
      }
      let variants = zip(languages, [source, target]).map { Variant(language: $0, text: $1) }
      try each(
        .unit(TranslationUnit(sourceLanguage: languages[0], variants: variants), place))
    }
  }

  /// Reports what is known of each whole file.
  private func close(_ each: (FileEvent) throws -> Void) throws {
    for (file, text) in zip(files, texts) {
      guard let message = text.finalWarning else { continue }
      try each(.warning(Self.warning(message, line: 0, of: file, in: files[0])))
    }
  }

  /// A warning about one of the files, in the report on the first.
  private static func warning(
    _ message: String, line: Int, of file: String, in first: String
  ) -> FormatWarning {
    FormatWarning(line: line, column: 0, message: file == first ? message : "\(file): \(message)")
  }

  private func next(_ lines: inout TextLines, _ file: String) throws -> String? {
    do throws(InputError) { return try lines.next() } catch { throw FormatError(error, file: file) }
  }
}

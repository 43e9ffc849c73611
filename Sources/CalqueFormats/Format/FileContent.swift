import CalqueInput
import CalqueModel

/// What a file was found to hold, and all that its reader needs to know of it.
enum FileContent {
  case tmx(Resource.Kind, languages: [LanguageTag])
  case table(TableLayout)

  /// Decides by the content; the name and the options settle what it leaves open.
  init(_ input: TextInput, name: FileName, options: FormatOptions) throws(InputError) {
    if options.format == .jsonl {
      throw InputError(message: "JSONL is written, not read")
    }
    let isXML = XMLBeginning.isLikely(input.head)
    let root = isXML ? XMLBeginning.root(input.head) : nil
    let isTMX =
      options.format.map { $0 == .tmx } ?? (root == "tmx" || name.suffix == "tmx")
    if isTMX {
      self = .tmx(
        options.kind ?? .memory, languages: TMXBeginning.languages(input.head))
      return
    }
    // A table whose first text begins with a tag has no XML declaration and a table's name.
    let isTable =
      options.format != nil || ["tsv", "csv", "tab", "txt", "utf8"].contains(name.suffix)
    if isXML, !isTable { throw Self.refusal(of: root) }
    guard
      let layout = try TableLayout(
        sample: TableSample(input.head), suffix: name.suffix, pair: name.pair ?? options.pair,
        options: options)
    else {
      throw InputError(
        message: options.format.map { "no \($0.rawValue) file" }
          ?? "neither TMX nor a table of pairs or terms",
        remedy: "say what it is: --format tmx|tsv|csv|glossary|omegat")
    }
    self = .table(layout)
  }

  private static func refusal(of root: String?) -> InputError {
    let known = [
      "martif": "TBX", "tbx": "TBX", "TBX": "TBX", "mtf": "MultiTerm XML", "xliff": "XLIFF",
      "html": "HTML", "TS": "Qt Linguist", "resources": "Android resources",
    ]
    let name = root.map { known[$0] ?? "XML with the root <\($0)>" } ?? "XML without a root"
    return InputError(
      message: "\(name) is not read; TMX, TSV, CSV and glossaries are",
      remedy: "convert it to TMX or TSV first")
  }

  var format: FileFormat {
    switch self {
    case .tmx: .tmx
    case .table(let layout): layout.format
    }
  }

  var kind: Resource.Kind {
    switch self {
    case .tmx(let kind, _): kind
    case .table(let layout): layout.kind
    }
  }

  var languages: [LanguageTag] {
    switch self {
    case .tmx(_, let languages): languages
    case .table(let layout): layout.columns?.languages ?? []
    }
  }

  var said: String? {
    switch self {
    case .tmx: nil
    case .table(let layout): layout.said
    }
  }
}

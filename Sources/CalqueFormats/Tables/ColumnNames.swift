import CalqueModel
import CalqueText

/// The meaning of a column's name, in the spellings that tools and people use.
struct ColumnName: Hashable, Sendable {
  typealias Field = TableWords.Field

  /// The language that the name states.
  var language: LanguageTag?
  /// The side, 0 for source and 1 for target, that the name states.
  var side: Int?
  /// The content beside terms that the name states.
  var field: Field?
  /// Whether the name also means something other than a language: `id`, `no`, `cat`.
  var isDoubtful = false

  /// Reads a name.
  init(_ written: String) {
    let name = written.trimmingBlanks
    let key = folded(name)
    field = Words.all.field(key)
    if let tag = Self.tag(name) {
      language = tag
      isDoubtful = field != nil
      return
    }
    if field != nil, Words.all.side(key) == nil { return }
    if let side = Words.all.side(key) {
      (self.side, field) = (side, nil)
      return
    }
    read(name)
  }

  /// The language of a tag whose language is known, with a region or script at most.
  static func tag(_ name: String) -> LanguageTag? {
    let tag = LanguageTag(name)
    // Only a region or a script may follow: `fr_variants` has the shape of a tag, too.
    let rest = tag.key.utf8.split(separator: UInt8(ascii: "-")).dropFirst()
    guard tag.isWellFormed, rest.allSatisfy({ (2...4).contains($0.count) }),
      LanguageCodes.contains(tag.primary)
    else { return nil }
    return tag
  }

  /// Reads a name of several parts: `Terme cible : anglais (GB)`, `Term [fr]`, `Note interne`.
  private mutating func read(_ name: String) {
    var (base, inner) = Self.brackets(name)
    var region: String?
    var named: LanguageTag?
    if let text = inner {
      region = CountryNames.code(text)
      named = Self.tag(text) ?? LanguageNames.language(named: text)
      if region == nil, named == nil { (base, inner) = (name, nil) }
    }
    if let whole = LanguageNames.language(named: base) { return set(whole, region) }
    var words = Self.words(base)
    var field: Field?
    if words.count > 1, let first = Words.all.leading(words[0]) {
      field = first
      words.removeFirst()
    } else if words.count > 1, let last = words.last.flatMap({ Words.all.leading($0) }) {
      field = last
      words.removeLast()
    } else if named != nil, let whole = Words.all.field(words.joined(separator: " ")) {
      (field, words) = (whole, [])
    }
    let isNote = field == .note
    var side: Int?
    words.removeAll { word in
      if field == nil, let found = Words.all.side(word) {
        // `terme` alone is the source; `terme cible` is not.
        if side == nil || !Words.all.beside.contains(word) { side = found }
        return true
      }
      return Words.all.beside.contains(word)
    }
    if words.count > 1, Words.all.prepositions.contains(words[0]) { words.removeFirst() }
    if words.isEmpty {
      (language, region) = (named, nil)
    } else {
      language = Self.language(words)
      if language == nil, words.count > 1, let code = CountryNames.code(words[words.count - 1]) {
        language = Self.language(Array(words.dropLast()))
        if language != nil { region = code }
      }
      if language == nil {
        // A note may have any other word beside it; other fields are what they say alone.
        self.field = isNote ? .note : nil
        return
      }
    }
    self.field = field
    if field == nil, language == nil { self.side = side }
    if let tag = language { set(tag, region) }
  }

  private mutating func set(_ tag: LanguageTag, _ region: String?) {
    guard let region, tag.primary == tag.key else { return language = tag }
    language = LanguageTag("\(tag.written)-\(region)")
  }

  private static func language(_ words: [String]) -> LanguageTag? {
    if words.count == 1, let tag = tag(words[0]) { return LanguageTag(tag.written) }
    return LanguageNames.language(named: words.joined(separator: " "))
  }

  /// The text before a bracket at the end, and the text in the bracket.
  private static func brackets(_ name: String) -> (String, String?) {
    for (open, close) in [("(", ")"), ("[", "]")] where name.hasSuffix(close) {
      guard let start = name.lastIndex(of: Character(open)) else { continue }
      let inner = name[name.index(after: start)...].dropLast()
      return (String(name[..<start]).trimmingBlanks, String(inner).trimmingBlanks)
    }
    return (name, nil)
  }

  /// The folded words of a name.
  private static func words(_ name: String) -> [String] {
    folded(name).unicodeScalars
      .split { [" ", ":", "-", "_", "/", ".", ","].contains($0) }
      .map { String(String.UnicodeScalarView($0)) }
  }
}

/// The words of all languages.
private struct Words: Sendable {
  static let all = Words()

  private var fields: [String: TableWords.Field] = [:]
  private var sides: [String: Int] = [:]
  private(set) var beside: Set<String> = []
  private(set) var prepositions: Set<String> = []

  private init() {
    for rules in Language.all {
      let words = rules.tableWords
      for (field, names) in words.fields {
        for name in names { fields[name] = field }
      }
      for name in words.source { sides[name] = 0 }
      for name in words.target { sides[name] = 1 }
      beside.formUnion(words.beside)
      prepositions.formUnion(words.prepositions)
    }
  }

  func field(_ name: String) -> TableWords.Field? { fields[name] }

  func side(_ name: String) -> Int? { sides[name] }

  /// The content that the first or last of several words states.
  func leading(_ word: String) -> TableWords.Field? {
    guard let field = fields[word] else { return nil }
    return [.note, .definition, .example, .partOfSpeech, .gender, .status].contains(field)
      ? field : nil
  }
}

import CalqueModel

/// What a column holds.
enum ColumnRole: Hashable, Sendable {
  /// A text or preferred term in the language with that number.
  case text(Int)
  /// Admitted terms, joined by `|`.
  case variants(Int)
  /// Forbidden terms, joined by `|`.
  case avoided(Int)
  /// A sentence that shows the term in that language.
  case example(Int)
  /// A note on the term in that language alone.
  case termNote(Int)
  case note
  case domain
  case definition
  case partOfSpeech
  case gender
  case flags
  case validity
  case identifier
  /// Whether the terms of all languages but the first are forbidden; kept as a property as well.
  case forbidden
  /// Anything else, kept under the column's name.
  case property
}

/// What the names of columns mean, in the spellings that tools and people use.
enum ColumnNames {
  /// The role of a column of its own, whatever stands beside it; nil for languages and the unknown.
  static func role(_ name: String) -> ColumnRole? { roles[name.asciiLowercased] }

  /// The language that a name stands for: a tag, or a language's English or French name.
  static func language(_ name: String) -> LanguageTag? {
    if let code = languages[name.asciiLowercased] { return LanguageTag(code) }
    let tag = LanguageTag(name)
    // A region or a script may follow, nothing else: `fr_variants` has the shape of a tag, too.
    let rest = tag.key.utf8.split(separator: UInt8(ascii: "-")).dropFirst()
    guard tag.isWellFormed, rest.allSatisfy({ (2...4).contains($0.count) }) else { return nil }
    let primary = tag.primary
    return primary.utf8.count == 2
      ? twoLetters.contains(primary) ? tag : nil
      : threeLetters.contains(primary) ? tag : nil
  }

  /// The side, 0 for source and 1 for target, that a name without a language stands for.
  static func side(_ name: String) -> Int? { sides[name.asciiLowercased] }

  private static let sides = [
    "source": 0, "src": 0, "source text": 0, "source term": 0, "source segment": 0, "term": 0,
    "target": 1, "tgt": 1, "target text": 1, "target term": 1, "target segment": 1,
    "translation": 1,
  ]

  private static let roles: [String: ColumnRole] = [
    "note": .note, "notes": .note, "comment": .note, "comments": .note, "commentaire": .note,
    "remarque": .note, "domain": .domain, "domaine": .domain, "subject": .domain,
    "subject field": .domain, "definition": .definition, "définition": .definition,
    "pos": .partOfSpeech, "part of speech": .partOfSpeech, "gender": .gender, "genre": .gender,
    "flags": .flags, "forbidden": .forbidden, "valid": .validity, "id": .identifier,
    "tuid": .identifier,
    "entry_id": .identifier,
  ]

  private static let languages = [
    "french": "fr", "français": "fr", "francais": "fr", "english": "en", "anglais": "en",
    "german": "de", "allemand": "de", "deutsch": "de", "spanish": "es", "espagnol": "es",
    "español": "es", "italian": "it", "italien": "it", "italiano": "it", "dutch": "nl",
    "néerlandais": "nl", "portuguese": "pt", "portugais": "pt", "português": "pt",
  ]

  // ISO 639-1, the two-letter codes.
  private static let twoLetters = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da \
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz \
    ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln \
    lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi \
    pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th \
    ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.utf8.split(separator: UInt8(ascii: " ")).compactMap { String($0) })

  // ISO 639-2 and -3 codes that files in circulation use beside the short ones.
  private static let threeLetters: Set = [
    "ara", "ast", "bre", "cat", "ces", "cze", "dan", "deu", "dut", "ell", "eng", "est", "eus",
    "fil", "fin", "fra", "fre", "ger", "gle", "glg", "gre", "heb", "hin", "hrv", "hun", "isl",
    "ita", "jpn", "kab", "kor", "lav", "lit", "nld", "nob", "nor", "oci", "pol", "por", "ron",
    "rum", "rus", "slk", "slv", "spa", "srp", "swe", "tur", "ukr", "vie", "zho", "chi",
  ]
}

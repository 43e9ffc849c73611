import CalqueModel
import CalqueText

/// The terms of a cell, as people write them: synonyms, acronyms, marks of gender and word class.
///
///     TermCell("sommet, n. m. ; réunion au sommet", French.termMarks).terms
///     // sommet (m), réunion au sommet
struct TermCell {
  /// A term without its marks.
  struct Item: Equatable {
    var text: String
    var gender: String?
    var number: String?
    var partOfSpeech: String?
    var type: TermType?
  }

  /// The terms in the order of the cell; the first is the preferred one.
  private(set) var terms: [Item] = []
  /// The signs at which the cell was split.
  private(set) var signs: Set<String> = []
  /// Whether a mark of gender or word class was taken off.
  private(set) var hasMarks = false

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - text: the cell's text.
  ///   - marks: the marks of the column's language.
  init(_ text: String, _ marks: TermMarks) {
    for part in split(text) {
      var item = Item(text: part.trimmingBlanks)
      let whole = item.text
      Self.takeMarks(&item, marks)
      if item.text != whole { hasMarks = true }
      guard !item.text.isEmpty else { continue }
      if let (long, acronym) = Self.acronym(item.text) {
        signs.insert("(…)")
        item.text = long
        add(item)
        item.text = acronym
        item.type = .acronym
        add(item)
      } else if let (masculine, feminine) = Self.feminine(item.text, marks) {
        signs.insert("(…)")
        item.text = masculine
        add(item)
        item.text = feminine
        add(item)
      } else {
        add(item)
      }
    }
  }

  private mutating func add(_ item: Item) {
    if !terms.contains(where: { $0.text.hasSameBytes(as: item.text) }) { terms.append(item) }
  }

  // MARK: - Synonyms

  /// Splits at `|` and line breaks, and outside brackets at `;` and at `/` between two spaces.
  private mutating func split(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var parts = [String]()
    var start = 0
    var depth = 0
    func isSpace(_ place: Int) -> Bool { place >= 0 && place < bytes.count && bytes[place] == 0x20 }
    for (place, byte) in bytes.enumerated() {
      let sign: String
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1; continue
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1); continue
      case UInt8(ascii: "|"): sign = "|"
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): sign = "line breaks"
      case UInt8(ascii: ";") where depth == 0: sign = ";"
      case UInt8(ascii: "/") where depth == 0 && isSpace(place - 1) && isSpace(place + 1):
        sign = " / "
      default: continue
      }
      parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
      start = place + 1
      depth = 0
      signs.insert(sign)
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }

  // MARK: - Marks

  /// Takes marks such as `n. m.`, `(f)` and `nf` off the end of a term.
  private static func takeMarks(_ item: inout Item, _ marks: TermMarks) {
    guard !marks.parts.isEmpty else { return }
    let text = item.text
    if text.hasSuffix(")"), let open = text.lastIndex(of: "(") {
      let inner = text[text.index(after: open)...].dropLast()
      let rest = String(text[..<open]).trimmingBlanks
      guard !rest.isEmpty, rest != text, text[..<open].last?.isWhitespace == true else { return }
      if let parts = read(String(inner), marks) { set(rest, parts, &item) }
      return
    }
    if let comma = text.lastIndex(of: ",") {
      let rest = String(text[..<comma]).trimmingBlanks
      if !rest.isEmpty, let parts = read(String(text[text.index(after: comma)...]), marks) {
        return set(rest, parts, &item)
      }
    }
    // Without brackets or a comma, a mark has full stops, or is `nf`: `plan B` has none.
    var words = text.unicodeScalars.split { $0 == " " || $0 == "\u{A0}" }
      .map { String(String.UnicodeScalarView($0)) }
    var found = [TermMarks.Part]()
    while words.count > 1, let word = words.last,
      word.hasSuffix(".") || ["nm", "nf", "nmf", "nmpl", "nfpl"].contains(word),
      let parts = read(word, marks)
    {
      found = parts + found
      words.removeLast()
    }
    // `course de 100 m.` has a unit, not a mark.
    guard !found.isEmpty, let last = words.last,
      !last.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return }
    // The rest is cut from the text, so that its blanks stay as they are.
    guard let end = text.unicodeScalars.indices(of: last) else { return }
    set(String(text.unicodeScalars[..<end]).trimmingBlanks, found, &item)
  }

  /// The parts of a mark, such as `n.f.pl.`; nil if a part is none.
  private static func read(_ mark: String, _ marks: TermMarks) -> [TermMarks.Part]? {
    let words = mark.unicodeScalars
      .split { [" ", "\u{A0}", ".", "/", ","].contains($0) }
      .map { String(String.UnicodeScalarView($0)) }
    guard !words.isEmpty else { return nil }
    var parts = [TermMarks.Part]()
    for word in words {
      guard let part = marks.parts[word] else { return nil }
      parts.append(part)
      if word.hasPrefix("n"), case .gender = part { parts.append(.word("noun")) }
      if word.hasSuffix("pl"), word != "pl", case .gender = part { parts.append(.number("plural")) }
    }
    return parts
  }

  private static func set(_ text: String, _ parts: [TermMarks.Part], _ item: inout Item) {
    item.text = text
    for part in parts {
      switch part {
      case .gender(let gender):
        item.gender = item.gender == nil || item.gender == gender ? gender : "mf"
      case .number(let number): item.number = number
      case .word(let word): item.partOfSpeech = item.partOfSpeech ?? word
      }
    }
  }

  // MARK: - Brackets

  /// The long form and the acronym of `produit intérieur brut (PIB)`.
  private static func acronym(_ text: String) -> (String, String)? {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex,
      text[text.index(before: open)] == " " || text[text.index(before: open)] == "\u{A0}"
    else { return nil }
    let long = String(text[..<open]).trimmingBlanks
    let acronym = String(text[text.index(after: open)...].dropLast())
    let letters = acronym.unicodeScalars.filter { $0.properties.isUppercase }
    guard (2...12).contains(letters.count),
      acronym.unicodeScalars.allSatisfy({
        $0.properties.isUppercase || ("0"..."9").contains($0)
          || [".", "-", "&", "’", "'"].contains($0)
      })
    else { return nil }
    // `coffre (UK)` names where a term is used.
    if letters.count < 4, CountryNames.code(acronym) != nil, !isMade(acronym, of: long) {
      return nil
    }
    return long.isEmpty ? nil : (long, acronym)
  }

  /// Whether a text has the letters of an acronym in their order, the first at a word's beginning.
  private static func isMade(_ acronym: String, of text: String) -> Bool {
    var letters = folded(acronym).unicodeScalars.filter { $0.properties.isAlphabetic }[...]
    var isInside = false
    var hasBegun = false
    for scalar in folded(text).unicodeScalars {
      if let first = letters.first, first == scalar, hasBegun || !isInside {
        hasBegun = true
        letters.removeFirst()
      }
      isInside = scalar.properties.isAlphabetic
    }
    return letters.isEmpty
  }

  /// The masculine and the feminine of `haut(e) représentant(e)`.
  private static func feminine(_ text: String, _ marks: TermMarks) -> (String, String)? {
    guard !marks.feminineEndings.isEmpty, text.utf8.contains(UInt8(ascii: "(")) else { return nil }
    var (masculine, feminine) = ("", "")
    var hasEnding = false
    var rest = text[...]
    while let open = rest.firstIndex(of: "(") {
      let before = rest[..<open]
      guard let close = rest[open...].firstIndex(of: ")"), let last = before.last, last.isLetter,
        marks.feminineEndings.contains(String(rest[rest.index(after: open)..<close]))
      else { return nil }
      masculine += before
      feminine += before + rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      hasEnding = true
    }
    return hasEnding ? (masculine + rest, feminine + rest) : nil
  }
}

extension String.UnicodeScalarView {
  /// The end of the last occurrence of a text.
  fileprivate func indices(of text: String) -> Index? {
    let wanted = Array(text.unicodeScalars)
    var place = endIndex
    while place > startIndex {
      place = index(before: place)
      if self[place...].starts(with: wanted) {
        return index(place, offsetBy: wanted.count)
      }
    }
    return nil
  }
}

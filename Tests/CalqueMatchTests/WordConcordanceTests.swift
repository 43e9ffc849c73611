import CalqueText
import TestSupport
import Testing

@testable import CalqueMatch

@Suite("A concordance of words")
struct WordConcordanceTests {
  /// The forms that a few words of the tests have.
  static func forms(_ word: String) -> WordForms {
    let families = [
      ["sommet", "sommets"], ["élu", "élue", "élus", "élues"], ["marché", "marchés"],
      ["premier", "première", "premiers"], ["ministre", "ministres"], ["va", "aller", "ira"],
    ]
    let folded = CalqueText.folded(word)
    return WordForms(
      Set(families.filter { $0.contains { CalqueText.folded($0) == folded } }.flatMap(\.self)))
  }

  private func found(
    _ query: String, _ text: String, _ options: WordConcordance.Options = .init(),
    isExact: Bool = false, language: Language = .french
  ) -> (spans: [String], closeness: WordConcordance.Closeness?) {
    var concordance = WordConcordance(
      ConcordanceQuery(query), language: language, options: options
    ) { isExact ? .none : Self.forms($0) }
    let found = concordance.occurrences(in: text)
    let bytes = Array(text.utf8)
    return (
      (found?.spans ?? []).map { String(decoding: bytes[$0], as: UTF8.self) }, found?.closeness
    )
  }

  @Test(
    "finds whole words in their forms, and answers the text's bytes",
    arguments: [
      ("sommet", "Les sommets, un SOMMET.", ["sommets", "SOMMET"]),
      ("sommets", "Un sommet 😀 e\u{301}lu", ["sommet"]),
      ("IA", "L'IA spéciale, l’ia, diplomatie", ["IA", "ia"]),
      ("accord", "accordée, in accordance", []),
      ("ira", "Il va, elle ira.", ["va", "ira"]),
      ("elu", "Élue hier", ["Élue"]),
      ("ONU", "L'O.N.U. et l’ONU", ["O.N.U.", "ONU"]),
      ("oeuvre", "Une œuvre", ["œuvre"]),
      ("ministre premier", "Le premier des ministres", ["premier", "ministres"]),
      (
        "premier ministre", "Le Premier ministre et la première ministre",
        ["Premier ministre", "première ministre"]
      ),
      ("\"premier ministre\"", "Le ministre, premier venu", []),
      (
        "«premier ministre» sommet", "Au sommet, le premier ministre",
        ["sommet", "premier ministre"]
      ),
      ("\"premier", "premier et ministre", ["premier"]),
      ("l'IA", "De l’IA, d'IA", ["l’IA"]),
      ("porte-parole", "La porte – parole ; le porte-parole", ["porte – parole", "porte-parole"]),
      (
        "gouvern*", "Le gouvernement, gouverné, Gouvernail",
        ["gouvernement", "gouverné", "Gouvernail"]
      ),
      ("\"premier minist*\"", "Le premier ministère", ["premier ministère"]),
      ("12000", "12 000, 12\u{202F}000, 12.000 et 12 500", ["12 000", "12\u{202F}000", "12.000"]),
      ("12,000", "Les 12 000 agents", ["12 000"]),
      ("3.4", "à 3,40 %", ["3,40"]),
      ("3,4 %", "3,4 % de 34 %", ["3,4 %"]),
      ("sommet,", "Un sommet ici", ["sommet"]),
      ("€", "12 € ou 3 euros", ["€"]),
      ("sommet", "som\u{AD}met", ["som\u{AD}met"]),
      ("va va", "il va", ["va"]),
      ("sommet absent", "Un sommet", []),
      ("a", "", []),
    ])
  func words(query: String, text: String, spans: [String]) {
    #expect(found(query, text).spans == spans)
  }

  @Test("finds numbers by the rules of the text's language")
  func numbers() {
    #expect(found("12 000", "12,000 people", language: .english).spans == ["12,000"])
    #expect(found("3,4", "3.4 %", language: .english).spans == ["3.4"])
    #expect(found("3", "3,000 people", language: .english).spans.isEmpty)
  }

  @Test("finds no other form of a word when asked to")
  func exact() {
    #expect(found("sommets", "Sommet, sommets", isExact: true).spans == ["sommets"])
  }

  @Test(
    "tells accents and capitals apart when asked to",
    arguments: [
      ("élu", "Elu, élue, elues", true, false, ["élue"]),
      ("elu", "élu", true, false, []),
      ("IA", "ia, IA, Ia", false, true, ["IA"]),
      ("Sommet", "sommet Sommets SOMMET", false, true, ["Sommets"]),
      ("iPhone", "IPHONE iPhone", false, true, ["iPhone"]),
      ("Gouv*", "gouvernement Gouvernement", false, true, ["Gouvernement"]),
    ])
  func options(
    query: String, text: String, keepsAccents: Bool, keepsCase: Bool, spans: [String]
  ) {
    let options = WordConcordance.Options(keepsAccents: keepsAccents, keepsCase: keepsCase)
    #expect(found(query, text, options).spans == spans)
  }

  @Test(
    "puts the phrase in its spelling before other forms, and these before scattered words",
    arguments: [
      ("premier ministre", "le premier ministre", WordConcordance.Closeness.phrase),
      ("premier ministre", "les premiers ministres", .forms),
      ("premier ministre", "le ministre est premier", .words),
      ("premier ministre", "les ministres sont premiers", .scattered),
      ("sommet", "sommets", .forms), ("sommet", "sommets et sommet", .phrase),
    ])
  func closeness(query: String, text: String, closeness: WordConcordance.Closeness) {
    #expect(found(query, text).closeness == closeness)
  }

  @Test("has nothing to look for in a query without words, numbers and signs")
  func empty() {
    for query in ["", "  ", "\u{AD}", "\"\"", "\" \""] {
      #expect(ConcordanceQuery(query).phrases.isEmpty, "\(query)")
    }
    #expect(found("\"\"", "texte").closeness == nil)
  }

  @Test("agrees with the obvious way on random texts")
  func twin() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    var random = SplitMix64(seed: seed)
    let words = [
      "sommet", "sommets", "Élue", "elu", "premier", "première", "ministre", "va", "IA", "ia", "l’",
      "12 000", "12000", "12,5", "-", ",", "€", "œuvre", "oeuvre", "O.N.U.", "😀", "gouvernement",
    ]
    func text(_ most: Int) -> String {
      (0...random.number(below: most)).map { _ in words[random.number(below: words.count)] }
        .joined(separator: random.number(below: 4) == 0 ? "" : " ")
    }
    for _ in 0..<2_000 {
      var query = text(3)
      if random.number(below: 4) == 0 { query = "\"\(query)\" \(text(2))" }
      if random.number(below: 6) == 0 { query += "*" }
      let text = text(9)
      let twin = ObviousConcordance(query, Self.forms).occurrences(in: text)
      let found = found(query, text)
      #expect(found.spans == twin.spans, "\(query) in \(text)")
      #expect(found.closeness?.rawValue == twin.closeness, "\(query) in \(text)")
    }
  }
}

/// The search for words by its definition, without masks and sieves.
private struct ObviousConcordance {
  private typealias Element = ConcordanceQuery.Element
  private let phrases: [[Element]]
  private let forms: (String) -> WordForms

  init(_ query: String, _ forms: @escaping (String) -> WordForms) {
    phrases = ConcordanceQuery(query).phrases
    self.forms = forms
  }

  func occurrences(in text: String) -> (spans: [String], closeness: Int?) {
    let tokens = CalqueText.tokens(of: text, in: .french)
    let bytes = Array(text.utf8)
    func places(_ row: [Element], isExact: Bool) -> [Range<Int>] {
      var places = [Range<Int>]()
      for start in tokens.indices where start + row.count <= tokens.count {
        if let last = places.last, start < last.upperBound { continue }
        let isHere = row.indices.allSatisfy { holds(row[$0], tokens[start + $0], isExact, bytes) }
        if isHere { places.append(start..<(start + row.count)) }
      }
      return places
    }
    func spans(_ places: [Range<Int>]) -> [String] {
      var covered = [Bool](repeating: false, count: tokens.count)
      var ends: Set<Int> = []
      for place in places {
        for token in place { covered[token] = true }
        ends.insert(place.upperBound)
      }
      // Places that touch stay apart; places that overlap are one.
      var spans = [String]()
      for place in places.sorted(by: {
        ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
      }) {
        let isInside = places.contains {
          $0 != place && $0.lowerBound <= place.lowerBound && $0.upperBound >= place.upperBound
        }
        if isInside { continue }
        let span = String(
          decoding: bytes[tokens[place.lowerBound].start..<tokens[place.upperBound - 1].end],
          as: UTF8.self)
        spans.append(span)
      }
      return spans
    }
    if phrases.isEmpty { return ([], nil) }
    let scattered = phrases.map { places($0, isExact: false) }
    if scattered.contains(where: \.isEmpty) { return ([], nil) }
    let row = phrases.flatMap(\.self)
    let whole = places(row, isExact: false)
    if !whole.isEmpty { return (spans(whole), places(row, isExact: true).isEmpty ? 1 : 0) }
    let isExact = !phrases.contains { places($0, isExact: true).isEmpty }
    return (spans(Array(Set(scattered.flatMap(\.self)))), isExact ? 2 : 3)
  }

  private func holds(
    _ element: Element, _ token: Token, _ isExact: Bool, _ bytes: [UInt8]
  ) -> Bool {
    switch element {
    case .word(let word):
      guard token.kind == .word else { return false }
      let word = String(scalars: word)
      let key = folded(word).replacing(".", with: "")
      return token.folded == key
        || !isExact && forms(word).spellings.contains { folded($0) == token.folded }
    case .prefix(let word):
      return token.kind == .word
        && token.folded.hasPrefix(
          folded(String(scalars: word)).replacing(".", with: ""))
    case .number(let number):
      guard token.kind == .number else { return false }
      let plain = token.folded.unicodeScalars.map(\.value)
      return plain == number
        || !isExact
          && NumberValue.readings(of: number).contains(NumberValue.reading(of: plain, .comma))
    case .sign(let sign):
      return token.kind != .word && token.kind != .number && token.folded == String(scalars: sign)
    }
  }
}

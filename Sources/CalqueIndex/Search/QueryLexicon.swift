internal import CalqueMatch
internal import CalqueText

/// The forms and classes of the queries so far, each with its numbers in the parts of an index.
///
/// Most words of a query occurred in an earlier query. A new word is looked up in each part by
/// name. If a part knows the form, the class comes from that part. Only a form that no part knows
/// is folded and stemmed.
struct QueryLexicon {
  private let parts: [IndexPart]
  private let stemmer: Stemmer
  private var forms = ByteStrings()
  private var classes = ByteStrings()
  /// The class of each form.
  private(set) var classOfForm: [UInt32] = []
  /// The kinds of the tokens of each form and of each class: the names say them too, but slowly.
  private var kindOfForm: [TokenKind] = []
  private var kindOfClass: [TokenKind] = []
  /// The weight of each class, in whole units.
  private(set) var weights: [UInt32] = []
  /// The number of each form in each part, form by form.
  private var formNumbers: [UInt32] = []
  /// The number of each class in each part, class by class.
  private var classNumbers: [UInt32] = []
  /// The folded forms of the words that an edit distance needed.
  private var folded: [UInt32: [UInt32]] = [:]
  /// The name of the form that is looked up.
  private var name: [UInt8] = []
  /// The new forms of a query, each with the hash of its name and the place of its first token.
  private var fresh: [(form: UInt32, hash: UInt64, token: Int)] = []
  private var touched = Touched()

  /// The lowest of the numbers that are given to forms and classes that a part does not know.
  static let unknown: UInt32 = 0x8000_0000
  /// The maximum number of forms that are kept for the next query: a few megabytes.
  private static let maximumForms = 1 << 16

  /// An empty lexicon over parts.
  init(_ parts: [IndexPart], stemmer: Stemmer) {
    self.parts = parts
    self.stemmer = stemmer
  }

  /// The number of classes.
  var classCount: Int { weights.count }

  /// Forgets all forms and classes if there are too many.
  mutating func makeRoom() {
    if forms.count > Self.maximumForms { self = QueryLexicon(parts, stemmer: stemmer) }
  }

  /// Replaces `numbers` by the numbers of the tokens' forms; new forms are entered.
  mutating func enter(
    _ spans: [TokenSpan], of text: inout ScalarText, into numbers: inout [UInt32]
  ) {
    numbers.removeAll(keepingCapacity: true)
    fresh.removeAll(keepingCapacity: true)
    for (place, span) in spans.enumerated() {
      Lexicon.encode(span, of: text, into: &name)
      let hash = ByteStrings.hash(name)
      let known = name
      let (form, isNew) = forms.enter(known.span, hash: hash)
      numbers.append(form)
      if isNew { fresh.append((form, hash, place)) }
    }
    // A look-up waits for memory several times: read ahead, all new forms wait together.
    for part in parts { part.touchForms(fresh.lazy.map(\.hash), &touched) }
    for (form, hash, place) in fresh { resolve(form, hash, spans[place], &text) }
  }

  /// Finds the class and the part numbers of a new form; forms come in the order of their numbers.
  private mutating func resolve(
    _ form: UInt32, _ hash: UInt64, _ span: TokenSpan, _ text: inout ScalarText
  ) {
    var number: UInt32?
    name.removeAll(keepingCapacity: true)
    name.append(contentsOf: forms[Int(form)])
    for (place, part) in parts.enumerated() {
      let known = part.form(named: name, hash: hash)
      formNumbers.append(known ?? Self.unknown + form)
      if number == nil, let known, let found = part.classNumber(ofForm: known) {
        number = enterClass(
          part.className(found), weight: part.weight(ofClass: found),
          number: found, in: place)
      }
    }
    if number == nil {
      let token = TokenForm(
        kind: span.kind, plain: text.plain(span), stemmer: stemmer, properties: &text.properties)
      var key = [UInt8]()
      Lexicon.encode(span.kind, token.classKey, into: &key)
      number = enterClass(key, weight: UInt32(token.weight / 100), number: nil, in: 0)
    }
    classOfForm.append(number ?? 0)
    kindOfForm.append(span.kind)
  }

  /// The number of a class; a new class is entered with its number in each part.
  ///
  /// If `known` is given, it is the number of the class in `part`.
  private mutating func enterClass(
    _ name: [UInt8], weight: UInt32, number known: UInt32?, in part: Int
  ) -> UInt32 {
    let (number, isNew) = classes.enter(name)
    guard isNew else { return number }
    weights.append(weight)
    kindOfClass.append(name.first.flatMap(TokenKind.init) ?? .word)
    for (place, other) in parts.enumerated() {
      let found =
        place == part ? known ?? other.classNumber(named: name) : other.classNumber(named: name)
      classNumbers.append(found ?? Self.unknown + number)
    }
    return number
  }

  /// The number of a form in a part; at least `unknown` if the part does not know the form.
  func number(ofForm form: UInt32, in part: Int) -> UInt32 {
    formNumbers[Int(form) * parts.count + part]
  }

  /// The number of a class in a part; at least `unknown` if the part does not know the class.
  func number(ofClass number: UInt32, in part: Int) -> UInt32 {
    classNumbers[Int(number) * parts.count + part]
  }

  /// The kind of a form's tokens.
  func kind(_ form: UInt32) -> TokenKind { kindOfForm[Int(form)] }

  /// The kind of a class's tokens.
  func kind(ofClass number: UInt32) -> TokenKind { kindOfClass[Int(number)] }

  /// The folded form of a word; the first call for a word folds it.
  mutating func folded(_ form: UInt32, _ properties: inout ScalarProperties) -> [UInt32] {
    if let known = folded[form] { return known }
    let plain = String(decoding: forms[Int(form)].dropFirst(), as: UTF8.self)
    let folded = FoldedText.fold(word: plain.unicodeScalars.map(\.value), &properties)
    self.folded[form] = folded
    return folded
  }
}

/// Values that are read ahead of their use, so that many loads wait for memory together.
///
/// The sum keeps the compiler from dropping the reads.
struct Touched: Sendable {
  var sum: UInt32 = 0
  var places: [Int] = []
}

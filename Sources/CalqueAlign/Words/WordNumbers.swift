package import CalqueText

/// The words of one language by number: a text becomes the numbers of its stems.
///
/// A stem is that of CalqueText; numbers, marks and the like are words as they are written. The
/// numbers follow the order in which the words were met, from 1; 0 stands for the end of a text. The
/// forms of words, as they are written but for typography, have numbers of their own.
package struct WordNumbers: Sendable {
  private var forms = WordTable()
  /// The stem of each form, the forms in the order of their numbers.
  package private(set) var stemOfForm: [UInt32] = []
  private var stems = WordTable()
  /// The kind of each stem's first token.
  package private(set) var kinds: [TokenKind] = []
  private let stemmer: Stemmer
  private var scanner = TextScanner()
  private var form: [UInt8] = []

  /// Numbers for the words of a language.
  package init(_ language: Language) { stemmer = language.stemmer }

  /// Numbers for the words of a language, of which some have their numbers already.
  ///
  /// - Parameters:
  ///   - language: the language.
  ///   - stems: the bytes of the known stems, in the order of their numbers.
  ///   - forms: the bytes of the known forms and their stems, in the order of their numbers.
  package init(
    _ language: Language, stems: some Sequence<[UInt8]>,
    forms: some Sequence<(bytes: [UInt8], stem: UInt32)>
  ) {
    self.init(language)
    for stem in stems where self.stems.number(of: stem[...]) == kinds.count { kinds.append(.word) }
    for form in forms
    where form.stem <= kinds.count && self.forms.number(of: form.bytes[...]) == stemOfForm.count {
      stemOfForm.append(form.stem)
    }
  }

  /// The number of words.
  package var count: Int { stems.count }

  /// The number of forms.
  package var formCount: Int { forms.count }

  /// The UTF-8 bytes of a form.
  package func form(_ number: UInt32) -> [UInt8] { Array(forms[Int(number) - 1]) }

  /// The stem of a form; 0 for 0.
  package func stem(ofForm number: UInt32) -> UInt32 {
    number == 0 ? 0 : stemOfForm[Int(number) - 1]
  }

  /// The UTF-8 bytes of a word's stem.
  package func stem(_ number: UInt32) -> [UInt8] { Array(stems[Int(number) - 1]) }

  /// The number of a stem that was met; nil for any other.
  package func existing(_ stem: [UInt8]) -> UInt32? {
    stems.existing(stem[...]).map { UInt32($0 + 1) }
  }

  /// Reads a text.
  ///
  /// - Returns: the number of each token's stem, in order.
  package mutating func read(_ text: String) -> [UInt32] {
    readForms(text).map { stemOfForm[Int($0) - 1] }
  }

  /// Reads a text.
  ///
  /// - Returns: the number of each token's form, in order.
  package mutating func readForms(_ text: String) -> [UInt32] {
    scanner.scan(text)
    var numbers: [UInt32] = []
    numbers.reserveCapacity(scanner.tokens.count)
    for span in scanner.tokens { numbers.append(form(of: span)) }
    return numbers
  }

  /// The places of the tokens of the text that was read last, in UTF-8 bytes.
  package var ranges: [Range<Int>] { scanner.ranges }

  private mutating func form(of span: TokenSpan) -> UInt32 {
    let plain = scanner.text.plain(span)
    form.removeAll(keepingCapacity: true)
    for scalar in plain { UTF8Bytes.append(scalar, to: &form) }
    let known = forms.number(of: form[...])
    if known < stemOfForm.count { return UInt32(known + 1) }
    let token = TokenForm(
      kind: span.kind, plain: plain, stemmer: stemmer, properties: &scanner.text.properties)
    form.removeAll(keepingCapacity: true)
    for scalar in span.kind == .word ? token.classKey : plain {
      UTF8Bytes.append(scalar, to: &form)
    }
    let stem = stems.number(of: form[...])
    if stem == kinds.count { kinds.append(span.kind) }
    stemOfForm.append(UInt32(stem + 1))
    return UInt32(known + 1)
  }

  /// A form of a word, as its letters are compared with those of another language.
  package struct Form: Sendable {
    /// The number of the word's stem.
    let stem: UInt32
    /// The folded form.
    let letters: [UInt8]
  }

  /// The forms of words of more than three letters, from a number on; folded forms come once.
  func forms(from first: Int) -> [Form] {
    var seen: Set<[UInt8]> = []
    return (first..<formCount).compactMap { place in
      let stem = stemOfForm[place]
      guard kinds[Int(stem) - 1] == .word else { return nil }
      let letters = Array(folded(String(decoding: form(UInt32(place + 1)), as: UTF8.self)).utf8)
      guard letters.count > 3, seen.insert(letters).inserted else { return nil }
      return Form(stem: stem, letters: letters)
    }
  }

  /// The stems of the tokens of a text, without numbering them.
  package static func stems(
    of text: String, in language: Language
  ) -> (stems: [[UInt8]], ranges: [Range<Int>]) {
    var numbers = WordNumbers(language)
    let read = numbers.read(text)
    return (read.map { numbers.stem($0) }, numbers.ranges)
  }
}

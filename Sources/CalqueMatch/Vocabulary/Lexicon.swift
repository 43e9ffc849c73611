package import CalqueText

/// The distinct tokens of a memory in one language: each plain form and each class has a number.
///
/// A text becomes a row of form numbers, four bytes a token; classes and weights are looked up by
/// number. Forms and classes are numbered from 0 in the order of their first occurrence.
package struct Lexicon: Sendable {
  /// The language's stemming.
  package let stemmer: Stemmer
  /// The plain forms, one behind the other, in UTF-8.
  package private(set) var forms = ByteStrings()
  /// The class of each form.
  package private(set) var formClasses: [UInt32] = []
  /// What each class is.
  package private(set) var classKinds: [TokenKind] = []
  /// The weight of each class, in hundredths divided by 100: weights are whole.
  package private(set) var classWeights: [UInt16] = []
  private var classes = ByteStrings()
  private var properties = ScalarProperties()
  private var bytes: [UInt8] = []

  /// An empty lexicon for a language.
  package init(stemmer: Stemmer) {
    self.stemmer = stemmer
  }

  /// How many forms it holds.
  package var formCount: Int { forms.count }
  /// How many classes it holds.
  package var classCount: Int { classes.count }

  /// The number of a token's form, entered if it is new.
  ///
  /// - Complexity: O(length), and the folding of the form where it is new.
  package mutating func enter(_ kind: TokenKind, plain: [UInt32]) -> UInt32 {
    Self.encode(kind, plain, into: &bytes)
    let (form, isNew) = forms.enter(bytes)
    if isNew { enterClass(kind, plain) }
    return form
  }

  /// The number of the form of a token in a text, entered if it is new.
  ///
  /// - Complexity: O(length), and the folding of the form where it is new.
  package mutating func enter(_ span: TokenSpan, of text: borrowing ScalarText) -> UInt32 {
    Self.encode(span, of: text, into: &bytes)
    let (form, isNew) = forms.enter(bytes)
    if isNew { enterClass(span.kind, text.plain(span)) }
    return form
  }

  private mutating func enterClass(_ kind: TokenKind, _ plain: [UInt32]) {
    let token = TokenForm(kind: kind, plain: plain, stemmer: stemmer, properties: &properties)
    Self.encode(kind, token.classKey, into: &bytes)
    let (number, isNewClass) = classes.enter(bytes)
    if isNewClass {
      classKinds.append(kind)
      classWeights.append(UInt16(clamping: token.weight / 100))
    }
    formClasses.append(number)
  }

  /// The folded form of a word's form.
  ///
  /// - Complexity: O(length); it is folded anew.
  package mutating func folded(_ form: Int) -> [UInt32] {
    let name = forms[form]
    guard name.first == TokenKind.word.rawValue else { return [] }
    let plain = String(decoding: name.dropFirst(), as: UTF8.self).unicodeScalars.map(\.value)
    return FoldedText.fold(word: plain, &properties)
  }

  /// The bytes of each class's name: the kind, then the key.
  package var classNames: ByteStrings { classes }

  /// A form or class by name: its kind as a byte, then its scalars in UTF-8.
  package static func encode(_ kind: TokenKind, _ scalars: [UInt32], into bytes: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(kind.rawValue)
    for scalar in scalars { UTF8Bytes.append(scalar, to: &bytes) }
  }

  /// The form of a token in a text by name, without an array for its plain form where it is a word.
  package static func encode(
    _ span: TokenSpan, of text: borrowing ScalarText, into bytes: inout [UInt8]
  ) {
    guard span.kind == .word else {
      encode(span.kind, text.plain(span), into: &bytes)
      return
    }
    bytes.removeAll(keepingCapacity: true)
    bytes.append(span.kind.rawValue)
    for place in span.start..<span.end {
      UTF8Bytes.append(TokenForm.plain(ofWord: text.scalars[place]), to: &bytes)
    }
  }
}

package import CalqueText

/// The numbers of the plain forms and classes of a memory in one language.
///
/// A text becomes a row of form numbers, four bytes a token. Classes and weights are looked up by
/// number. Forms and classes are numbered from 0 in the order of their first occurrence.
package struct Lexicon: Sendable {
  /// The stemmer of the language.
  package let stemmer: Stemmer
  /// The name of each form: see `encode`.
  package private(set) var forms = ByteStrings()
  /// The class of each form.
  package private(set) var formClasses: [UInt32] = []
  /// The kind of each class's tokens.
  package private(set) var classKinds: [TokenKind] = []
  /// The weight of each class, in whole units.
  package private(set) var classWeights: [UInt16] = []
  private var classes = ByteStrings()
  private var properties = ScalarProperties()
  private var bytes: [UInt8] = []
  private var room: [UInt8] = []
  /// The forms of the words that came last.
  private var recent = RecentWords()
  /// The form of each sign of ASCII plus 1; 0 before its first occurrence.
  private var signs = [UInt32](repeating: 0, count: 0x80)

  /// An empty lexicon for a language.
  package init(stemmer: Stemmer) {
    self.stemmer = stemmer
  }

  /// The number of forms.
  package var formCount: Int { forms.count }
  /// The number of classes.
  package var classCount: Int { classes.count }

  /// The number of a token's form; a new form is entered.
  ///
  /// - Complexity: O(length); a new form is also folded and stemmed.
  package mutating func enter(_ kind: TokenKind, plain: [UInt32]) -> UInt32 {
    Self.encode(kind, plain, into: &bytes)
    let (form, isNew) = forms.enter(bytes)
    if isNew { enterClass(kind, plain) }
    return form
  }

  /// Writes the numbers of the forms of a text's tokens over the contents of `row`; new forms are
  /// entered.
  ///
  /// - Parameters:
  ///   - tokens: the tokens.
  ///   - text: the text.
  ///   - utf8: the text as it was read.
  ///   - row: receives the numbers.
  /// - Complexity: O(length); a new form is also folded and stemmed.
  package mutating func enter(
    _ tokens: [TokenSpan], of text: borrowing ScalarText, _ utf8: Span<UInt8>,
    into row: inout [UInt32]
  ) {
    // The room is taken out of `self`, since a span of a property would lock the other properties.
    var room = [UInt8]()
    swap(&room, &self.room)
    defer { swap(&room, &self.room) }
    row.resize(to: tokens.count)
    var numbers = row.mutableSpan
    // Only then equal bytes are equal words.
    let isAsWritten = text.isNormalized && !text.hasSkipped && !text.hasBreaks
    for place in tokens.indices {
      let token = tokens[place]
      guard case .word = token.kind else {
        numbers[place] = enterOther(token, of: text)
        continue
      }
      guard isAsWritten else {
        numbers[place] = enterWord(token, of: text, &room)
        continue
      }
      let letters = RecentWords.Letters(
        utf8, from: Int(text.offsets[token.start]), to: Int(text.offsets[token.end]))
      if let form = recent.form(of: letters) {
        numbers[place] = form
        continue
      }
      let form = enterWord(token, of: text, &room)
      recent.note(letters, form)
      numbers[place] = form
    }
  }

  /// The number of the form of a word.
  private mutating func enterWord(
    _ token: TokenSpan, of text: borrowing ScalarText, _ room: inout [UInt8]
  ) -> UInt32 {
    let most = 1 + 4 * (token.end - token.start)
    if room.count < most { room = Array(repeating: 0, count: 2 * most) }
    let count = Self.encode(
      word: text.scalars.span.extracting(token.start..<token.end), into: room.mutableSpan)
    let name = room.span.extracting(0..<count)
    let (form, isNew) = forms.enter(name, hash: ByteStrings.hash(name))
    if isNew { enterClass(token.kind, text.plain(token)) }
    return form
  }

  /// The number of the form of a token that is no word; that of a sign of ASCII is looked up in a table.
  private mutating func enterOther(_ token: TokenSpan, of text: borrowing ScalarText) -> UInt32 {
    guard case .punctuation = token.kind, token.end - token.start == 1,
      text.scalars[token.start] < 0x80
    else { return enter(token.kind, plain: text.plain(token)) }
    let sign = Int(text.scalars[token.start])
    if signs[sign] != 0 { return signs[sign] - 1 }
    let form = enter(token.kind, plain: text.plain(token))
    signs[sign] = form + 1
    return form
  }

  /// Writes the name of the form of a word over the beginning of `name`, which has room for four
  /// bytes a scalar and one more, as `encode` does; returns the number of bytes.
  private static func encode(
    word scalars: Span<UInt32>, into name: consuming MutableSpan<UInt8>
  ) -> Int {
    name[0] = TokenKind.word.rawValue
    var count = 1
    for place in scalars.indices {
      let written = scalars[place]
      let scalar = written < 0x80 ? written : TokenForm.plain(ofWord: written)
      switch scalar {
      case 0..<0x80:
        name[count] = UInt8(truncatingIfNeeded: scalar)
        count &+= 1
      case 0..<0x800:
        name[count] = UInt8(truncatingIfNeeded: 0xC0 | scalar &>> 6)
        name[count &+ 1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
        count &+= 2
      default:
        var bytes = [UInt8]()
        UTF8Bytes.append(scalar, to: &bytes)
        for byte in bytes {
          name[count] = byte
          count &+= 1
        }
      }
    }
    return count
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

  /// The folded form of a word; empty for a form of another kind.
  ///
  /// - Complexity: O(length); each call folds the form again.
  package mutating func folded(_ form: Int) -> [UInt32] {
    let name = forms[form]
    guard name.first == TokenKind.word.rawValue else { return [] }
    let plain = String(decoding: name.dropFirst(), as: UTF8.self).unicodeScalars.map(\.value)
    return FoldedText.fold(word: plain, &properties)
  }

  /// The name of each class: see `encode`.
  package var classNames: ByteStrings { classes }

  /// Replaces `bytes` by the name of a form or class: its kind as a byte, then its scalars in
  /// UTF-8.
  package static func encode(_ kind: TokenKind, _ scalars: [UInt32], into bytes: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(kind.rawValue)
    for scalar in scalars { UTF8Bytes.append(scalar, to: &bytes) }
  }

  /// Replaces `bytes` by the name of the form of a token in a text.
  ///
  /// The plain form of a word is written without an array of its own.
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

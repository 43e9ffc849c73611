import CalqueText

/// Writes the content of a query's slot over a slot of a translation, in the translation's manner.
struct SlotWriter {
  /// The translation.
  let text: ComparedText
  let language: Language
  let spelling: NumberSpelling
  /// The slots of the translation.
  let slots: [TextSlot]
  let query: ComparedText
  /// The source of the translation.
  let match: ComparedText
  /// The language of the query and of the match.
  let source: Language

  /// The text in place of a slot; nil if it cannot be written surely.
  func written(_ new: TextSlot, over slot: TextSlot, insteadOf old: TextSlot) -> String? {
    switch (new.content, old.content, slot.content) {
    case (.month(let month), _, .month(let written)):
      return name(spelling.months[month], over: spelling.months[written], at: slot)
    case (.weekday(let day), _, .weekday(let written)):
      return name(spelling.days[day], over: spelling.days[written], at: slot)
    case (.number(let number), .number(let replaced), .number(let held))
    where isIdentifier(number, query, source) || isIdentifier(replaced, match, source)
      || isIdentifier(held, text, language):
      return agrees(number, replaced, new, slot)
        ? designation(new, over: slot, insteadOf: old) : nil
    case (.number(let number), .number(let replaced), .number(let held)):
      guard !isNegative(number), !isNegative(replaced),
        agrees(number, replaced, new, slot) || isDay(new, in: query, source)
      else { return nil }
      return self.number(number, over: held, new, slot)
    default: return nil
    }
  }

  /// A name in place of another that is written out, with its capital; nil for an abbreviation.
  private func name(_ new: String, over old: String, at slot: TextSlot) -> String? {
    guard fits(new, over: old, at: slot) else { return nil }
    let written = bytes(of: slot.tokens)
    if written == old { return new }
    if written == old.capitalised { return new.capitalised }
    return written == old.uppercased() ? new.uppercased() : nil
  }

  /// Whether the word before a name stays as it is: *le mois de mai* is *le mois d'août*.
  private func fits(_ new: String, over old: String, at slot: TextSlot) -> Bool {
    let before = slot.tokens.lowerBound - 1
    guard before >= 0, Self.beginsWithVowel(new) != Self.beginsWithVowel(old) else { return true }
    return !language.rules.wordsBeforeVowels.contains(folded(bytes(of: before..<(before + 1))))
  }

  /// The word before a slot in the form that a number asks for, with its place in the text; nil if
  /// the word stays as it is: "**a** 17-year-old" becomes "**an** 18-year-old".
  ///
  /// A capital inside a sentence is a name: the A 7 motorway, Annex A 7.
  func wordBefore(_ slot: TextSlot, written number: String) -> (range: Range<Int>, text: String)? {
    let before = slot.tokens.lowerBound - 1
    guard before >= 0, text.tokens[before].kind == .word,
      !slots.contains(where: { $0.tokens.contains(before) }),
      let form = language.rules.form(of: text.words[before], before: number),
      form != text.words[before]
    else { return nil }
    let isCapital = bytes(of: before..<slot.tokens.lowerBound).first?.isUppercase == true
    let opensSentence = before == 0 || text.tokens[before - 1].kind == .punctuation
    if isCapital, !opensSentence { return nil }
    return (text.ranges[before], isCapital ? form.capitalised : form)
  }

  private static func beginsWithVowel(_ word: String) -> Bool {
    folded(word).first.map { "aeiouy".contains($0) } ?? false
  }

  private func bytes(of tokens: Range<Int>) -> String {
    let utf8 = Array(text.text.utf8)
    return String(
      decoding: utf8[
        text.ranges[tokens.lowerBound].lowerBound..<text.ranges[tokens.upperBound - 1].upperBound],
      as: UTF8.self)
  }

  // MARK: Whether a number may take another's place

  private func isNegative(_ number: WrittenNumber) -> Bool {
    number.value.first == UInt8(ascii: "-")
  }

  /// Whether words beside the numbers have the same form: *1 mois* and *2 mois* are *month* and
  /// *months*.
  private func agrees(
    _ a: WrittenNumber, _ b: WrittenNumber, _ new: TextSlot, _ slot: TextSlot
  ) -> Bool {
    // Paragraph (1), No. 1: a number that no word follows counts nothing.
    let next = slot.tokens.upperBound
    if !text.tokens.indices.contains(next) || text.tokens[next].kind != .word { return true }
    if a.amount == b.amount { return true }
    let word = text.words[next]
    let behind = new.tokens.upperBound
    let asked = query.tokens.indices.contains(behind) ? query.words[behind] : ""
    if query.tokens.indices.contains(behind), query.tokens[behind].plain == [0x25] { return true }
    // The word behind the number is the same in the query and in the match. Were it counted, it
    // would be a plural that looks like its singular.
    if !source.rules.functionWords.all.contains(asked), source.rules.mayBePlural(asked) {
      return false
    }
    // Un composant de niveau 1, a Tier 1 component: the number names the word before it in both.
    return word == asked
      || Self.namesWordBefore(new, in: query, source)
        && Self.namesWordBefore(slot, in: text, language)
  }

  /// Whether a number stands behind a word as its name: *niveau 1*, *perl5.1*.
  private static func namesWordBefore(
    _ slot: TextSlot, in text: ComparedText, _ language: Language
  ) -> Bool {
    var before = slot.tokens.lowerBound - 1
    func touches(_ place: Int) -> Bool {
      text.ranges[place].upperBound == text.ranges[place + 1].lowerBound
    }
    if before > 0, text.tokens[before].kind == .punctuation, touches(before), touches(before - 1) {
      before -= 1
    }
    // Single letters are in no list of function words.
    return before >= 0 && text.tokens[before].kind == .word
      && text.tokens[before].folded.count > 1
      && !language.rules.functionWords.all.contains(text.words[before])
  }

  /// Whether a number is a day beside its month.
  private func isDay(_ slot: TextSlot, in text: ComparedText, _ language: Language) -> Bool {
    CalendarName.names(of: text, in: language).contains {
      $0.kind == .month
        && ($0.token == slot.tokens.upperBound || $0.token == slot.tokens.lowerBound - 1)
    }
  }

  // MARK: Numbers

  private func number(
    _ number: WrittenNumber, over held: WrittenNumber, _ new: TextSlot, _ slot: TextSlot
  ) -> String? {
    guard let parts = NumberParts(number, query, source), !held.isRank, !number.isRank
    else { return nil }
    if let scale = held.scale {
      // 3 million: the query needs a power of ten, too.
      guard let power = parts.scale, let words = spelling.scales[power], slot.ending.isEmpty else {
        return nil
      }
      let mantissa = digits(parts, over: held)
      let word = bytes(of: (slot.tokens.upperBound - 1)..<slot.tokens.upperBound)
      let usual = spelling.scales[scale]
      guard word == usual?.one || word == usual?.more else {
        return nil
      }
      let start = held.isWords ? parts.small.flatMap(inWords) ?? mantissa : mantissa
      return start + gap(before: slot.tokens.upperBound - 1)
        + (parts.isBelowTwo ? words.one : words.more)
    }
    if held.isWords {
      guard let value = number.small, slot.ending.isEmpty else { return nil }
      let first = bytes(of: slot.tokens)
      let isCapital = first.first?.isUppercase == true
      guard number.isWords || value <= 10 || isCapital else { return String(value) }
      return inWords(value).map { isCapital ? $0.capitalised : $0 }
    }
    guard let plain = parts.scale == nil ? parts : NumberParts(value: number.value) else {
      return nil
    }
    return ranked(digits(plain, over: held), number, slot)
  }

  /// Whether a number has a full stop where its language has a comma: `142.011` is a paragraph or a
  /// version.
  private func isIdentifier(
    _ number: WrittenNumber, _ text: ComparedText, _ language: Language
  ) -> Bool {
    language.rules.numberSigns == .comma && !number.isWords
      && text.tokens[number.tokens.lowerBound].plain.contains(0x2E)
  }

  /// The number of a paragraph or a version, as the query writes it; nil unless the translation has
  /// the old one as its source does.
  private func designation(
    _ new: TextSlot, over slot: TextSlot, insteadOf old: TextSlot
  ) -> String? {
    let tokens = [new.tokens, old.tokens, slot.tokens]
    guard tokens.allSatisfy({ $0.count == 1 }) else { return nil }
    let (asked, replaced, held) = (
      query.tokens[new.tokens.lowerBound].plain, match.tokens[old.tokens.lowerBound].plain,
      text.tokens[slot.tokens.lowerBound].plain
    )
    func isPlain(_ number: [UInt32]) -> Bool {
      number.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    }
    guard replaced == held, isPlain(asked), isPlain(replaced) else { return nil }
    // In place of 2000, 2.500 may be 2500 with a sign between its groups.
    let mayBeGrouped = asked.suffix(4).first == 0x2E
    guard replaced.contains(0x2E) || !mayBeGrouped else { return nil }
    return String(scalars: asked)
  }

  private func inWords(_ value: Int) -> String? {
    spelling.words.indices.contains(value) ? spelling.words[value] : nil
  }

  /// The white space before a token, as written.
  private func gap(before token: Int) -> String {
    let utf8 = Array(text.text.utf8)
    return String(
      decoding: utf8[text.ranges[token - 1].upperBound..<text.ranges[token].lowerBound],
      as: UTF8.self)
  }

  /// A number in digits, grouped if the query's number or the old one is.
  private func digits(_ parts: NumberParts, over held: WrittenNumber) -> String {
    let old = Array(bytes(of: held.tokens.lowerBound..<(held.tokens.lowerBound + 1)).unicodeScalars)
    let signs = language.rules.numberSigns
    let separator = old.dropFirst().first {
      !("0"..."9").contains($0) && $0.value != signs.decimal
    }
    var text = ""
    let isGrouped = (parts.isGrouped || separator != nil) && parts.whole.count > 3
    for (place, digit) in parts.whole.enumerated() {
      if isGrouped, place > 0, (parts.whole.count - place).isMultiple(of: 3) {
        text.unicodeScalars.append(separator ?? spelling.group)
      }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    if let decimals = parts.decimals {
      text.unicodeScalars.append(Unicode.Scalar(signs.decimal) ?? ".")
      text += String(decoding: decimals, as: UTF8.self)
    }
    return text
  }

  /// Digits with the ending of a rank or of a first day, where the translation has one; nil if the
  /// ending is unsure.
  private func ranked(_ digits: String, _ number: WrittenNumber, _ slot: TextSlot) -> String? {
    let value = number.wholeValue
    let isBeforeMonth = isDay(slot, in: text, language)
    if slot.ending.isEmpty {
      return isBeforeMonth && value == 1 ? digits + spelling.firstDayEnding : digits
    }
    guard let value else { return nil }
    if isBeforeMonth, !spelling.firstDayEnding.isEmpty {
      return value == 1 ? digits + spelling.firstDayEnding : digits
    }
    // 1er étage, 1re fois: the gender of a first is not known.
    if value == 1, !spelling.firstDayEnding.isEmpty { return nil }
    return digits + spelling.ordinalEnding(value)
  }
}

extension String {
  /// The text with a capital at its beginning.
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}

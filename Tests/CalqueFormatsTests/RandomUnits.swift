import CalqueModel
import TestSupport

/// Units and concepts at random, the same ones for the same seed.
struct RandomUnits {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// A unit with whatever a unit can have.
  mutating func unit() -> TranslationUnit {
    var unit = pair()
    if chance(3) { unit.variants.append(Variant(language: "en-US", text: text())) }
    if chance(2) { unit.externalID = word() }
    if chance(2) { unit.created = Instant(seconds: Int64(number(2_000_000_000))) }
    if chance(2) { unit.createdBy = word() }
    if chance(2) { unit.changed = Instant(seconds: Int64(number(2_000_000_000))) }
    if chance(2) { unit.changedBy = word() }
    if chance(2) { unit.useCount = number(1_000) }
    if chance(2) { unit.origin = text() }
    if chance(2) { unit.status = UnitStatus(rawValue: number(5)) ?? .draft }
    unit.meta = meta()
    for place in unit.variants.indices {
      unit.variants[place].meta = meta()
      if chance(3) {
        unit.variants[place].codes = #"a <ph x="1">&lt;br&gt;</ph>b<hi>c</hi>"#
        unit.variants[place].text = "a bc"
      }
    }
    return unit
  }

  /// A French and an English text.
  mutating func pair() -> TranslationUnit {
    TranslationUnit(variants: [
      Variant(language: "fr", text: text()), Variant(language: "en", text: text()),
    ])
  }

  /// A concept as a row of our glossary holds one.
  mutating func concept() -> Concept {
    let flags: TermFlags = chance(2) ? TermFlags(rawValue: number(32)) : []
    // 0: the row is for both directions; 1: from French only; 2: from English only.
    let direction = chance(2) ? 1 + number(2) : 0
    let validity = chance(3) ? Validity("2022-05..2024") ?? Validity() : Validity()
    let partOfSpeech = chance(2) ? word() : nil
    let gender = chance(2) ? word() : nil
    func term(_ text: String, _ language: LanguageTag, _ status: TermStatus) -> Term {
      let isFrench = language == "fr"
      let isDescribed = isFrench == (direction != 2)
      var flags = isDescribed ? flags : flags.intersection(.falseFriend)
      if direction != 0 { flags.insert(isDescribed ? .sourceOnly : .targetOnly) }
      return Term(
        language: language, text: text, status: status, type: status == .admitted ? .variant : nil,
        partOfSpeech: partOfSpeech, gender: isFrench ? gender : nil,
        flags: flags, validity: validity)
    }
    var terms = [term(word(), "fr", .preferred), term(word(), "en", .preferred)]
    if chance(2) { terms[0].example = word() }
    if chance(2) { terms[1].example = word() }
    for _ in 0..<number(3) { terms.append(term(word(), "fr", .admitted)) }
    for _ in 0..<number(3) { terms.append(term(word(), "en", .admitted)) }
    for _ in 0..<number(3) { terms.append(term(word(), "en", .forbidden)) }
    return Concept(
      domains: (0..<number(3)).map { _ in word() }, note: chance(2) ? word() : nil, terms: terms)
  }

  private mutating func meta() -> Meta {
    var meta = Meta()
    if chance(4) { meta.attributes.append(.init(name: "o-tmf", value: text())) }
    for _ in 0..<number(3) where chance(2) { meta.notes.append(Meta.Note(text())) }
    for _ in 0..<number(3) where chance(2) {
      meta.properties.append(Meta.Property(type: word(), value: text()))
    }
    if chance(8) { meta.elements.append(#"<own a="1">x<b/></own>"#) }
    return meta
  }

  /// A text with whatever XML and tables find hard; never blank.
  private mutating func text() -> String {
    let pieces = [
      "a", "é", "e\u{301}", " ", "\u{A0}", "\u{202F}", "\u{2028}", "&", "<", ">", "\"", "'", "]]>",
      "\t", "\n", "\r", ",", ";", "|", "#", "=", "😀", "«", "\u{FEFF}", "\u{202E}", "&amp;", "{0}",
    ]
    return "x" + (0..<number(12)).map { _ in pieces[number(pieces.count)] }.joined() + "y"
  }

  /// A word without what separates cells and lists.
  private mutating func word() -> String {
    let letters = Array("abcdéèœ'’ -<>&\"".unicodeScalars)
    let middle = (0..<number(8)).map { _ in String(letters[number(letters.count)]) }.joined()
    return "w\(middle)\(number(1_000))"
  }

  private mutating func chance(_ of: Int) -> Bool { number(of) == 0 }

  private mutating func number(_ below: Int) -> Int { random.number(below: below) }
}

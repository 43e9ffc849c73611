import Testing

@Suite("A word")
struct WordTests {
  @Test(
    "is made of letters, marks and digits",
    arguments: [
      ("été", "w:été"), ("e\u{301}te\u{301}", "w:e\u{301}te\u{301}"), ("G7", "w:G7"),
      ("H2O", "w:H2O"), ("CO₂", "w:CO₂"), ("m²", "w:m²"), ("MP3s", "w:MP3s"),
      ("COVID-19", "w:COVID|p:-|n:19"), ("हिन्दी", "w:हिन्दी"), ("مَرحبا", "w:مَرحبا"),
      ("Съезд", "w:Съезд"), ("Straße", "w:Straße"), ("ĳ", "w:ĳ"), ("a_b", "w:a|p:_|w:b"),
      ("porte-parole", "w:porte|p:-|w:parole"), ("x½", "w:x|p:½"), ("ª", "w:ª"), ("𝒳", "w:𝒳"),
      ("l'Étatla", "w:l'|w:Étatla"), ("aussiGrâce", "w:aussiGrâce"),
    ])
  func letters(text: String, tokens: String) { #expect(readTokens(text) == tokens) }

  static let elided = [
    "l", "d", "j", "m", "t", "s", "c", "ç", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
    "presqu", "quelqu",
  ]

  @Test("keeps its apostrophe where it is elided, before a letter", arguments: elided)
  func elision(word: String) {
    for mark in ["'", "’"] {
      for written in [word, word.uppercased()] {
        let elided = written + mark
        #expect(readTokens("\(elided)IA") == "w:\(elided)|w:IA")
        #expect(readTokens("\(elided)1 jour") == "w:\(elided)|n:1|w:jour")
        for quote in ["«", "\"", "“", "„", "‘"] {
          #expect(readTokens("\(elided)\(quote)ici") == "w:\(elided)|p:\(quote)|w:ici")
        }
        #expect(readTokens("\(elided) IA") == "w:\(written)|p:\(mark)|w:IA")
        #expect(readTokens("\(elided)»") == "w:\(written)|p:\(mark)|p:»")
        #expect(readTokens("\(elided)(a)") == "w:\(written)|p:\(mark)|p:(|w:a|p:)")
        #expect(readTokens(elided) == "w:\(written)|p:\(mark)")
      }
    }
  }

  @Test(
    "is scanned afresh behind an elision",
    arguments: [
      ("d'aujourd'hui", "w:d'|w:aujourd'hui"), ("l'O.N.U.", "w:l'|w:O.N.U."),
      ("qu'n't", "w:qu'|w:n'|w:t"), ("d’12 000", "w:d’|n:12 000"), ("l'a@b.fr", "w:l'|e:a@b.fr"),
      ("c'est-à-dire", "w:c'|w:est|p:-|w:à|p:-|w:dire"), ("quelqu'un", "w:quelqu'|w:un"),
      ("presqu'île", "w:presqu'|w:île"), ("jusqu'à l'aube", "w:jusqu'|w:à|w:l'|w:aube"),
      ("l'l'a", "w:l'|w:l'|w:a"),
    ])
  func afresh(text: String, tokens: String) { #expect(readTokens(text) == tokens) }

  @Test(
    "is joined by any other apostrophe between letters",
    arguments: ["'", "’"])
  func joined(mark: String) {
    for (before, behind) in [
      ("aujourd", "hui"), ("prud", "homme"), ("O", "Brien"), ("entr", "acte"), ("grand", "rue"),
      ("y", "a"), ("que", "il"),
    ] {
      #expect(readTokens(before + mark + behind) == "w:" + before + mark + behind)
    }
    #expect(readTokens("rock\(mark)n\(mark)roll") == "w:rock\(mark)n\(mark)roll")
    #expect(readTokens("ministers\(mark) meeting") == "w:ministers|p:\(mark)|w:meeting")
    #expect(readTokens("\(mark)tis") == "p:\(mark)|w:tis")
    #expect(readTokens("aujourd\(mark)1") == "w:aujourd|p:\(mark)|n:1")
  }

  @Test("loses an English clitic", arguments: ["s", "ll", "re", "ve", "d", "m"])
  func clitic(ending: String) {
    for mark in ["'", "’"] {
      #expect(readTokens("they\(mark)\(ending) go") == "w:they|w:\(mark)\(ending)|w:go")
      let capital = ending.uppercased()
      #expect(readTokens("THEY\(mark)\(capital)") == "w:THEY|w:\(mark)\(capital)")
      #expect(readTokens("they\(mark)\(ending)x") == "w:they\(mark)\(ending)x")
    }
  }

  @Test(
    "loses n't",
    arguments: [
      ("don't", "w:do|w:n't"), ("can’t", "w:ca|w:n’t"), ("DON'T", "w:DO|w:N'T"),
      ("ain't so", "w:ai|w:n't|w:so"), ("cat't", "w:cat't"), ("n't", "w:n'|w:t"),
      ("shouldn't've", "w:should|w:n't|p:'|w:ve"), ("don'ts", "w:don'ts"),
      ("doñ't", "w:do|w:ñ't"),
    ])
  func negation(text: String, tokens: String) { #expect(readTokens(text) == tokens) }

  @Test(
    "takes an elision before a clitic",
    arguments: [
      ("l's", "w:l'|w:s"), ("d'm", "w:d'|w:m"), ("qu'd", "w:qu'|w:d"), ("I'm", "w:I|w:'m"),
      ("y'all'd", "w:y'all|w:'d"), ("y'all'd've", "w:y'all|w:'d|p:'|w:ve"),
    ])
  func precedence(text: String, tokens: String) { #expect(readTokens(text) == tokens) }

  @Test(
    "is several single letters, each with a full stop",
    arguments: [
      ("U.S.", "w:U.S."), ("O.N.U.", "w:O.N.U."), ("a.b.", "w:a.b."), ("é.É.", "w:é.É."),
      ("U.S. Navy", "w:U.S.|w:Navy"), ("l'U.E.", "w:l'|w:U.E."), ("U.S.,", "w:U.S.|p:,"),
      ("U.S..", "w:U.S.|p:."), ("U.S.Ⅳ.", "w:U.S.Ⅳ."), ("D.C.'s", "w:D.C.|p:'|w:s"),
      ("U.S", "w:U|p:.|w:S"), ("U.S.A", "w:U|p:.|w:S|p:.|w:A"), ("J. K.", "w:J|p:.|w:K|p:."),
      ("J.", "w:J|p:."), ("Ph.D.", "w:Ph|p:.|w:D|p:."), ("a.b.c1", "w:a|p:.|w:b|p:.|w:c1"),
      ("1.a.b.", "n:1|p:.|w:a.b."), ("e\u{301}.n.", "w:e\u{301}.n."), ("Ⅳ.U.S.", "p:Ⅳ|p:.|w:U.S."),
    ])
  func acronyms(text: String, tokens: String) { #expect(readTokens(text) == tokens) }

  @Test("holds U+02BC, which is a letter, wherever it is")
  func letterApostrophe() {
    #expect(readTokens("l\u{2BC}IA") == "w:l\u{2BC}IA")
    #expect(readTokens("it\u{2BC}s") == "w:it\u{2BC}s")
    #expect(
      readTokens("\u{2BC}tis ministers\u{2BC} \u{2BC}")
        == "w:\u{2BC}tis|w:ministers\u{2BC}|w:\u{2BC}")
  }

  @Test("reads on over characters that are skipped")
  func skipped() {
    #expect(readTokens("coop\u{AD}ération\u{200B}nelle") == "w:coop\u{AD}ération\u{200B}nelle")
    #expect(readTokens("l\u{2060}'\u{FEFF}IA") == "w:l\u{2060}'\u{FEFF}|w:IA")
    #expect(readTokens("do\u{AD}n't") == "w:do\u{AD}|w:n't")
    #expect(readTokens("\u{FEFF}\u{200B}") == "")
  }
}

extension EnglishInflection {
  static let phraseWords = PhraseWords(
    articles: ["a an"],
    determiners: "a an the this that these those my your his her its our their any some no",
    clitics: "it them him her us me you",
    auxiliaries: "am is are was were be been being has have had having will would 's 're",
    adverbs: "not n't never also then now soon still already just even since later once",
    negations: "not n't never",
    adverbials: ["at last", "once again", "at once", "at least", "in part", "of course"],
    adverbEnding: "ly",
    prepositions: """
      of to in on at by for from with about against over under up down out off away back through \
      into onto across around along behind between without
      """, conjunctions: "and or",
    quantifiers: "all any each every no other",
    participlePrepositions: "concerning during following regarding respecting",
    shortTitles: "mr mrs ms dr prof", freePrefixes: "ex",
    pointing: "present same other such said current former first last next",
    endings: SpeechEndings(
      nouns: "tion sion ment ity ness ance ence ism ship", gerunds: "ing",
      others: "ed able ible ly ful ous"))
}

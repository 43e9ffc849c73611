extension French {
  package static var termMarks: TermMarks {
    TermMarks(
      parts: [
        "n": .word("noun"), "nom": .word("noun"), "s": .word("noun"), "subst": .word("noun"),
        "v": .word("verb"), "verbe": .word("verb"), "vt": .word("verb"), "vi": .word("verb"),
        "tr": .word("verb"), "intr": .word("verb"), "pron": .word("verb"), "vpr": .word("verb"),
        "adj": .word("adjective"), "adv": .word("adverb"), "loc": .word("phrase"),
        "prep": .word("preposition"), "nm": .gender("m"), "nf": .gender("f"),
        "nmf": .gender("mf"), "nmpl": .gender("m"), "nfpl": .gender("f"), "m": .gender("m"),
        "f": .gender("f"), "mf": .gender("mf"), "masc": .gender("m"), "masculin": .gender("m"),
        "feminin": .gender("f"),
        "féminin": .gender("f"), "fem": .gender("f"),
        "pl": .number("plural"), "plur": .number("plural"), "sing": .number("singular"),
        "inv": .number("invariable"),
      ],
      feminineEndings: ["e", "ne", "le", "te", "se"])
  }
}

extension English {
  package static var termMarks: TermMarks {
    TermMarks(
      parts: [
        "n": .word("noun"), "noun": .word("noun"), "v": .word("verb"), "verb": .word("verb"),
        "vt": .word("verb"), "vi": .word("verb"), "adj": .word("adjective"),
        "adv": .word("adverb"), "prep": .word("preposition"), "pl": .number("plural"),
        "sing": .number("singular"),
      ],
      feminineEndings: [])
  }
}

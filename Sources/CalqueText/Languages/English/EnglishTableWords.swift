extension English {
  package static var tableWords: TableWords {
    TableWords(
      fields: [
        .note: ["note", "notes", "comment", "comments", "remark", "remarks", "usage note"],
        .domain: [
          "domain", "domains", "subject", "subjects", "subject field", "field", "topic", "category",
          "theme", "cat",
        ],
        .definition: ["definition", "definitions", "meaning", "description", "def"],
        .status: ["status", "term status", "usage status", "usage"],
        .forbidden: ["forbidden", "do not use", "banned", "avoid"],
        .gender: ["gender"],
        .partOfSpeech: ["pos", "part of speech", "word class", "grammatical category"],
        .example: [
          "example", "examples", "example of use", "example sentence", "context", "contexts",
          "sample",
        ],
        .identifier: [
          "id", "tuid", "entry_id", "entry id", "term id", "concept id", "no", "no.", "nr", "nr.",
          "number", "num", "#", "key",
        ],
        .validity: ["valid", "validity"],
        .flags: ["flags"],
      ],
      source: ["source", "src", "source text", "source segment", "term", "original"],
      target: [
        "target", "tgt", "target text", "target segment", "translation", "equivalent",
      ],
      beside: ["term", "terms", "segment", "word", "expression", "text"],
      prepositions: ["in", "of", "for", "into", "the"],
      preferred: ["preferred", "recommended", "approved", "accept", "standard", "use"],
      admitted: ["admitted", "accepted", "provisional", "allowed", "alternative", "tolerated"],
      forbidden: [
        "forbidden", "deprecated", "avoid", "do not use", "banned", "not recommended",
        "superseded", "obsolete", "rejected", "non-standard",
      ],
      candidates: ["candidate", "proposed", "to review"],
      refused: ["reject", "no", "discard", "drop"],
      yes: ["yes", "true", "x", "1", "y", "forbidden", "deprecated", "do not use"])
  }
}

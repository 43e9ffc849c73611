extension English {
  /// The words that attribute a quotation, as in `"Is it over?" Mr. Lowe asked`.
  static let attribution = AttributionWords(
    asking: [
      "asked", "asks", "ask", "wondered", "wonders", "inquired", "enquired", "queried", "demanded",
      "demands", "shouted", "shouts", "cried", "cries", "yelled", "yells", "screamed", "screams",
      "exclaimed", "exclaims", "called", "chanted", "chant", "roared", "bellowed", "barked",
      "snapped", "gasped", "whispered", "murmured", "muttered", "mumbled", "laughed", "joked",
      "quipped", "mused", "sighed", "sobbed", "pleaded", "begged", "thundered", "retorted",
      "repeated", "interrupted",
    ],
    saying: [
      "said", "says", "say", "replied", "replies", "answered", "answers", "added", "adds", "went",
      "continued", "continues", "told", "tells", "wrote", "writes", "tweeted", "posted",
      "declared", "declares", "insisted", "insists", "recalled", "recalls", "responded",
      "concluded", "observed", "remarked", "commented", "warned", "urged", "argued", "thought",
      "began",
    ],
    clauseOpeners: [
      "that", "the", "a", "an", "it", "he", "she", "they", "we", "you", "his", "her", "its",
      "their", "our", "there", "this", "these", "those", "if", "whether", "no", "not", "nothing",
      "what", "why", "how", "who", "when", "where", "to", "yes", "about",
    ],
    pronouns: ["I", "We"])
}

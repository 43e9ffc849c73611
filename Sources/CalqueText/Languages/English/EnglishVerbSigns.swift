extension English {
  /// Pronouns, auxiliaries and *to*: *they play*, *to play*.
  package static let signsOfVerbs: Set<String> = [
    "i", "you", "we", "they", "he", "she", "who", "to", "will", "would", "can", "could", "should",
    "must", "may", "might", "'ll", "not", "n't", "please", "let",
  ]
}

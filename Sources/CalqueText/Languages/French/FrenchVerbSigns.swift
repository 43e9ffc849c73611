extension French {
  /// Pronouns and *ne*: *il porte*, *qui marche*.
  package static let signsOfVerbs: Set<String> = [
    "je", "j'", "tu", "il", "elle", "on", "ils", "elles", "qui", "se", "s'", "ne", "n'", "me",
    "m'", "te", "t'", "y",
  ]
}

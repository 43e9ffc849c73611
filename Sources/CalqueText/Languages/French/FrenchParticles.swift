extension French {
  /// What follows an inverted or a demonstrated word: *déclare-t-il*, *sommet-là*.
  package static let particles: Set<String> = [
    "la", "ci", "t", "il", "ils", "elle", "elles", "on", "je", "tu", "nous", "vous", "ce", "moi",
    "toi", "le", "les", "en", "y", "lui", "leur",
  ]
}

extension French {
  /// The particles behind an inverted verb or a demonstrated noun: *déclare-t-il*, *sommet-là*.
  package static let particles: Set<String> = [
    "la", "ci", "t", "il", "ils", "elle", "elles", "on", "je", "tu", "nous", "vous", "ce", "moi",
    "toi", "le", "les", "en", "y", "lui", "leur",
  ]
}

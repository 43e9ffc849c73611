import CalqueText

/// Lines that a web page adds to an article: links to other stories, calls to subscribe.
enum Boilerplate {
  /// Whether a paragraph is such a line.
  ///
  /// The page often runs them together with what follows (`Lire aussiGrâce aux milliards`), so a
  /// beginning counts whatever stands behind it; a long paragraph is never one.
  static func isLine(_ text: String) -> Bool {
    guard text.utf8.count <= 300 else { return false }
    let line = folded(String(trimmed(text)))
    return beginnings.contains { line.utf8.starts(with: $0.utf8) } || whole.contains(line)
  }

  private static let beginnings = [
    "lire aussi", "a lire aussi", "lire egalement", "a lire egalement", "voir aussi",
    "a voir aussi",
    "lire la suite", "pour aller plus loin :", "a lire :", "lire :", "ecouter aussi",
    "sur le meme sujet", "abonnez-vous", "s'abonner", "deja abonne",
    "inscrivez-vous a la newsletter",
    "recevez notre newsletter", "cet article est reserve aux abonnes", "il vous reste ",
    "read also", "read more:", "read more :", "also read", "related:", "see also:",
    "subscribe now", "sign up for", "already a subscriber",
  ]
  private static let whole: Set<String> = [
    "publicite", "advertisement", "partager", "partager cet article", "share", "share this article",
    "read more", "newsletter", "commentaires", "comments",
  ]
}

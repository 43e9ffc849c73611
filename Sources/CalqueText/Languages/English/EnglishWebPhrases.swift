extension English {
  package static let webPhrases = WebPhrases(
    beginnings: [
      "read also", "read more:", "read more :", "also read", "related:", "see also:",
      "subscribe now", "sign up for", "already a subscriber", "we use cookies",
      "this site uses cookies", "this website uses cookies", "skip to main content",
    ],
    whole: [
      "advertisement", "share", "share this article", "read more", "newsletter", "comments",
      "accept all", "reject all",
    ])
}

extension English {
  package static let webPhrases = WebPhrases(
    beginnings: [
      "read also", "read more:", "read more :", "also read", "related:", "see also:",
      "subscribe now", "sign up for", "already a subscriber",
    ],
    whole: [
      "advertisement", "share", "share this article", "read more", "newsletter", "comments",
    ])
}

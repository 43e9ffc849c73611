/// What an element of a web page does to the text inside it.
struct HTMLElement {
  let name: String
  /// Whether the text is no part of any story: a menu, a script, a form.
  let isSkipped: Bool
  /// Whether the element may hold the story: `article`, `main`.
  var isStory: Bool

  init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    let role = attributes["role"] ?? ""
    isStory =
      name == "article" || name == "main" || role == "main" || role == "article"
      || (attributes["itemprop"] ?? "").lowercased() == "articlebody"
    let isHidden =
      attributes["hidden"] != nil || attributes["aria-hidden"] == "true"
      || (attributes["style"] ?? "").lowercased().filter { $0 != " " }.contains("display:none")
    let isFrame = name == "html" || name == "body"
    isSkipped =
      Self.skipped.contains(name)
      || !isFrame
        && (isHidden || Self.skippedRoles.contains(role)
          || !isStory && Self.isFurniture(attributes["class"], attributes["id"]))
  }

  /// Whether the element's beginning and end separate blocks.
  var isBlock: Bool { Self.blocks.contains(name) }

  /// The level of a heading; nil for any other element.
  var headingLevel: Int? {
    let bytes = Array(name.utf8)
    guard bytes.count == 2, bytes[0] == 0x68, (0x31...0x36).contains(bytes[1]) else { return nil }
    return Int(bytes[1] - 0x30)
  }

  private static let skipped: Set<String> = [
    "script", "style", "noscript", "template", "head", "nav", "aside", "footer", "form", "button",
    "select", "option", "textarea", "svg", "math", "iframe", "object", "video", "audio", "canvas",
    "map", "dialog", "menu", "datalist", "progress", "meter", "applet", "frameset", "noframes",
  ]

  private static let skippedRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog",
    "alert", "menu", "menubar", "toolbar", "tablist", "tooltip", "status",
  ]

  private static let blocks: Set<String> = [
    "p", "div", "section", "article", "main", "header", "hgroup", "h1", "h2", "h3", "h4", "h5",
    "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "figure", "figcaption", "table",
    "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "pre", "address", "hr", "body", "html",
    "center", "fieldset", "details", "summary",
  ]

  /// The words in the class or the identity of an element that belongs to the page, not to a story.
  private static let furniture: Set<String> = [
    "cookie", "cookies", "consent", "gdpr", "rgpd", "cmp", "onetrust", "didomi", "axeptio",
    "newsletter", "subscribe", "subscription", "paywall", "promo", "promotion", "advert",
    "advertisement", "ads", "ad", "pub", "sponsor", "sponsored", "share", "sharing", "social",
    "related", "recommended", "recommendations", "readmore", "seealso", "breadcrumb",
    "breadcrumbs", "menu", "nav", "navbar", "navigation", "sidebar", "comments", "comment",
    "footer", "modal", "popup", "overlay", "toolbar", "tags", "taglist", "skip", "skiplink",
    "pagination", "pager", "teaser", "teasers", "mostread", "trending", "masthead",
    "topbar", "login", "signin", "printonly",
  ]

  private static func isFurniture(_ texts: String?...) -> Bool {
    for text in texts {
      guard let text else { continue }
      var word: [UInt8] = []
      // `relatedArticles`, `related-articles` and `related_articles` hold the same first word.
      for byte in Array(text.utf8) + [0x20] {
        let isCapital = (0x41...0x5A).contains(byte)
        let isLetter = isCapital || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
        if !isLetter || isCapital {
          if furniture.contains(String(decoding: word, as: UTF8.self)) { return true }
          word = []
        }
        if isLetter { word.append(isCapital ? byte + 32 : byte) }
      }
    }
    return false
  }
}

import CalqueInput
import TestSupport
import Testing

@testable import CalqueDocuments

@Suite("A web page")
struct HTMLTests {
  private func page(_ body: String) throws -> [String] {
    try read("<!DOCTYPE html><html><body>\(body)</body></html>", named: "page")
  }

  @Test("gives its story, in order, with the kind of each block")
  func story() throws {
    let html = """
      <html lang=fr><head><meta charset="utf-8"><title>Site</title><style>p {}</style></head><body>
      <div class="cookie-banner"><p>Nous tenons à votre vie privée.</p><button>Oui</button></div>
      <nav><ul><li><a href="/">Accueil</a></li><li>Politique</li></ul></nav>
      <header><a href="/">Le Quotidien</a></header>
      <main><h1>Le budget est <em>rejet&eacute;</em></h1>
      <article>
       <p>PARIS, 4 mars (AFP) &ndash; Les députés ont rejeté
          le <a href="/b">budget</a>, par 280&nbsp;voix.</p>
       <figure><img src=x alt="photo"><figcaption>Le Premier ministre, lundi.</figcaption></figure>
       <p><strong>Lire aussi :</strong> <a href="/c">Ce que contient le texte</a></p>
       <h2>Une défaite</h2>
       <ul><li>280 voix contre ;</li><li>270 voix pour.</li></ul>
       <p>Il a parlé.<br><br>Il est parti<br>à Lyon.</p>
       <div class="relatedArticles"><p>Trois questions sur la suite des événements.</p></div>
       <script>var a = "<p>non</p>";</script>
      </article></main>
      <aside><p>À voir ailleurs, une longue liste de choses sans rapport.</p></aside>
      <footer><p>Tous droits réservés.</p></footer></body></html>
      """
    #expect(
      try read(html, named: "story") == [
        "heading: Le budget est rejeté",
        "paragraph: PARIS, 4 mars (AFP) – Les députés ont rejeté le budget, par 280\u{A0}voix.",
        "caption: Le Premier ministre, lundi.", "heading: Une défaite",
        "listItem: 280 voix contre ;", "listItem: 270 voix pour.", "paragraph: Il a parlé.",
        "paragraph: Il est parti\nà Lyon.",
      ])
  }

  @Test("drops links to other stories, and keeps links inside a text")
  func links() throws {
    #expect(
      try page(
        "<p>Un texte avec <a href=x>un lien</a> au milieu.</p><ul><li><a href=y>Autre article</a></li>"
          + "<li>Un fait</li></ul><h3><a href=z>Encore un autre</a></h3><p><a href=w>Tout lien</a></p>"
      )
        == ["paragraph: Un texte avec un lien au milieu.", "listItem: Un fait"])
  }

  @Test("is read where its tags are wrong")
  func repairs() throws {
    #expect(
      try page("<p>Un<p>Deux <b>gras<p>Trois</i> &foo; &amp; &#8217;") == [
        "paragraph: Un", "paragraph: Deux gras", "paragraph: Trois &foo; & ’",
      ])
    #expect(try read("<p>Sans rien d'autre", named: "x.html") == ["paragraph: Sans rien d'autre"])
    #expect(try read("<html><body><p>x<!-- jamais fini", named: "x") == ["paragraph: x"])
  }

  @Test("is decoded as it declares")
  func encodings() throws {
    let html = "<html><head><meta charset=iso-8859-1></head><p>L\u{92}été</p></html>"
    let bytes = html.unicodeScalars.map { UInt8($0.value) }
    #expect(try read(bytes, named: "x").blocks == ["paragraph: L’été"])
    let old =
      "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\"></head>"
    #expect(
      try read(Array(old.utf8) + [0x3C, 0x70, 0x3E, 0xC4, 0xE0], named: "x").blocks
        == ["paragraph: Да"])
  }

  @Test("may be nested however deep, and its end tags may fit nothing", .timeLimit(.minutes(1)))
  func depth() throws {
    let deep = String(repeating: "<div>", count: 50_000)
    #expect(try page(deep + "<p>Le fond.</p>") == ["paragraph: Le fond."])
    let stories = String(repeating: "<article>", count: 2_000) + "<p>Le fond.</p>"
    #expect(try page(stories) == ["paragraph: Le fond."])
    #expect(throws: InputError.self) {
      try page(deep + String(repeating: "</b>", count: 200_000))
    }
  }

  @Test("is never the reason of a crash", arguments: 0..<30 as Range<UInt64>)
  func random(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "<p>", "</p>", "<div class=ad>", "</div>", "<a href=x>", "</a>", "texte ", "&amp;",
      "&#x110000;",
      "<br>", "<article>", "</article>", "<h1>", "<li>", "<!--", "-->", "<script>", "</script>",
      "<",
      ">", "\"", "é", "<pre>\n\n", "<table><td>", "</html>", "<figcaption>", "<svg>", "</svg>",
    ]
    var html = "<html>"
    for _ in 0..<200 { html += pieces[Int(random.next() % UInt64(pieces.count))] }
    let read = try read(html.utf8, named: "x", encoding: nil)
    var end = 0
    for block in read.document.blocks {
      #expect(block.range.lowerBound >= end && !block.range.isEmpty, "seed \(seed)")
      end = block.range.upperBound
    }
    #expect(end == read.document.text.utf8.count)
  }
}

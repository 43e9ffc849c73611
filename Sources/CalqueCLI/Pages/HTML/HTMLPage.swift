import Calque

/// The one template of all HTML pages: a self-contained file that asks the network for nothing.
///
/// The content security policy allows the page's own style sheet and script by their digests, and
/// nothing else. Everything works without the script, which adds the keys `n`, `p` and Escape.
struct HTMLPage {
  /// The page's title.
  let title: String
  /// A line below the title.
  let summary: String
  /// Writes the contents of `main`.
  let body: (inout HTMLText) -> Void

  /// The whole page.
  var text: String {
    var html = HTMLText()
    html.raw("<!DOCTYPE html>\n")
    html.element("html", ["lang": PageFile.language]) { html in
      html.element("head") { html in head(&html) }
      html.element("body") { html in
        html.element("a", ["class": "skip", "href": "#text"]) { $0.text("To the text") }
        html.element("header") { html in
          html.element("h1") { $0.text(title) }
          html.element("p") { $0.text(summary) }
          html.element("p", ["class": "keys", "id": "keys", "hidden": ""]) { html in
            html.text("Keys: n next, p previous, Escape closes.")
          }
        }
        html.element("main", ["id": "text"], body)
        html.element("script") { $0.raw(Self.script) }
      }
    }
    return html.text + "\n"
  }

  private func head(_ html: inout HTMLText) {
    let policy =
      "default-src 'none'; style-src 'sha256-\(PageFile.digest(of: Self.style))'; "
      + "script-src 'sha256-\(PageFile.digest(of: Self.script))'; base-uri 'none'; "
      + "form-action 'none'"
    html.open("meta", ["charset": "utf-8"])
    html.open("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
    html.open("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    html.open("meta", ["name": "color-scheme", "content": "light dark"])
    html.element("title") { $0.text(title) }
    html.element("style") { $0.raw(Self.style) }
  }

  /// The style sheet: light and dark, on screens and on paper.
  private static let style = """
    :root{color-scheme:light dark;--ink:#1d1d1b;--paper:#fdfcf9;--soft:#55534d;--line:#cfcabd;\
    --term:#0b4f8a;--memory:#1b6b3a;--bad:#a3211b;--warn:#7a4b00;--mark:#fff1b8;--markink:#1d1d1b}
    @media (prefers-color-scheme:dark){:root{--ink:#e9e6df;--paper:#191917;--soft:#b3afa5;\
    --line:#4a4841;--term:#8ec5f7;--memory:#8fd3a5;--bad:#ff9d94;--warn:#f0c36d;\
    --mark:#5a4a08;--markink:#fff7dc}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--paper);color:var(--ink);\
    font:1.05rem/1.6 Georgia,"Times New Roman",serif}
    header,main{max-width:78rem;margin:0 auto;padding:0 1.25rem}
    header p,.place,.remarks,dt,.kind{color:var(--soft);font:.85rem/1.45 system-ui,sans-serif}
    h1{font-size:1.5rem;margin:1.25rem 0 .25rem;overflow-wrap:anywhere}
    h2{font-size:1rem;font-family:system-ui,sans-serif;margin:1.5rem 0 .5rem}
    div.split{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2rem}
    .skip{position:absolute;left:-99rem}
    .skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem;z-index:1}
    a{color:var(--term);text-decoration-thickness:1px;text-underline-offset:.18em}
    a.memory{color:var(--memory)}
    a.bad{color:var(--bad)}
    a.warn,.warn{color:var(--warn)}
    a:focus-visible{outline:3px solid var(--term);outline-offset:2px}
    a sup{font:.7rem system-ui,sans-serif;text-decoration:none}
    aside{border-left:1px solid var(--line);padding-left:1.25rem}
    @media screen and (min-width:50rem){aside{position:sticky;top:0;max-height:100vh;\
    overflow-y:auto;padding-bottom:3rem}}
    .entry{padding:.4rem .6rem;border-radius:.3rem;scroll-margin:1rem}
    .entry:target{background:var(--mark);color:var(--markink)}
    .entry:target .remarks,.entry:target .place,.entry:target .kind,.entry:target dt{color:inherit}
    .entry:target .bad,.entry:target .warn,.entry:target a{color:inherit}
    .entry h3{font-size:1rem;margin:0}
    .entry p,.entry ul{margin:.15rem 0}
    .entry ul{padding-left:1.2rem}
    .bad,del{color:var(--bad)}
    ins{color:var(--memory);text-decoration:underline}
    table{border-collapse:collapse;width:100%}
    td,th{border-top:1px solid var(--line);padding:.4rem .6rem;vertical-align:top;text-align:left;\
    font-weight:400}
    .number{text-align:right;font-variant-numeric:tabular-nums}
    .bar{display:inline-block;width:8rem;max-width:100%;height:.6rem;background:var(--line)}
    .bar rect{fill:var(--term)}
    @media (max-width:50rem){div.split{display:block}aside{border:0;padding:0}}
    @media print{:root{--paper:#fff;--ink:#000;--term:#000;--memory:#000;--bad:#000;\
    --warn:#000;--soft:#333}\
    .skip,.keys{display:none}div.split{display:block}aside{border:0;padding:0}\
    .entry{break-inside:avoid}}
    """

  /// The script: the next and the previous mark by a key, and none by Escape.
  private static let script = """
    (function(){var marks=[].slice.call(document.querySelectorAll("a.mark"));\
    document.getElementById("keys").hidden=marks.length===0;\
    document.addEventListener("keydown",function(e){\
    if(e.ctrlKey||e.metaKey||e.altKey)return;\
    if(e.key==="Escape"){if(location.hash)location.hash="#text";return}\
    var step=e.key==="n"?1:e.key==="p"?-1:0;if(!step||!marks.length)return;\
    var at=marks.indexOf(document.activeElement);\
    at=at<0?(step>0?0:marks.length-1):(at+step+marks.length)%marks.length;\
    marks[at].focus();location.hash=marks[at].getAttribute("href");\
    marks[at].focus({preventScroll:true});e.preventDefault()})})();
    """
}

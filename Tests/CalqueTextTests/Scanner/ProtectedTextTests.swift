import Testing

@Suite("What the scanner takes whole")
struct ProtectedTextTests {
  @Test(
    "a URL, without what closes the sentence around it",
    arguments: [
      ("https://a.fr", "u:https://a.fr"), ("http://a.fr/b?c=d&e=f#g", "u:http://a.fr/b?c=d&e=f#g"),
      ("ftp://a", "u:ftp://a"), ("www.afp.com", "u:www.afp.com"),
      ("https://é.fr/ü", "u:https://é.fr/ü"),
      ("Voir www.a.fr.", "w:Voir|u:www.a.fr|p:."), ("(http://a.fr/x)", "p:(|u:http://a.fr/x|p:)"),
      ("http://a.fr/b_(c)", "u:http://a.fr/b_(c|p:)"),
      ("http://a.fr/l'avis", "u:http://a.fr/l'avis"),
      ("http://a.fr!?;:,])'’", "u:http://a.fr|p:!|p:?|p:;|p::|p:,|p:]|p:)|p:'|p:’"),
      ("«http://a.fr»", "p:«|u:http://a.fr|p:»"), ("\"http://a.fr\"", "p:\"|u:http://a.fr|p:\""),
      ("http://a.fr<b>", "u:http://a.fr|t:<b>"), ("http://a.fr\u{A0}b", "u:http://a.fr|w:b"),
      ("l'http://a.fr", "w:l'|u:http://a.fr"),
    ])
  func urls(text: String, tokens: String) { #expect(readTokens(text) == tokens) }

  @Test(
    "no URL where nothing follows, in capitals, or inside a word",
    arguments: [
      ("https://", "w:https|p::|p:/|p:/"), ("www.", "w:www|p:."), ("www...", "w:www|p:..."),
      ("WWW.a.fr", "w:WWW|p:.|w:a|p:.|w:fr"), ("xwww.a", "w:xwww|p:.|w:a"),
      ("http:/a", "w:http|p::|p:/|w:a"), ("http://)", "w:http|p::|p:/|p:/|p:)"),
      ("hello", "w:hello"), ("w", "w:w"),
    ])
  func noURLs(text: String, tokens: String) { #expect(readTokens(text) == tokens) }

  @Test(
    "an e-mail address",
    arguments: [
      ("a@b.fr", "e:a@b.fr"), ("a.b+c-d_1@sous.ex-emple.co.uk", "e:a.b+c-d_1@sous.ex-emple.co.uk"),
      ("a@b.fr.", "e:a@b.fr|p:."), ("<a@b.fr>", "t:<a@b.fr>"), ("(a@b.fr)", "p:(|e:a@b.fr|p:)"),
      ("été@é.fr", "e:été@é.fr"), ("12@b.fr", "e:12@b.fr"), ("½@b.fr", "e:½@b.fr"),
      ("a@b.c.", "e:a@b.c|p:."), ("a@b.fr@c.fr", "e:a@b.fr|p:@|w:c|p:.|w:fr"),
    ])
  func addresses(text: String, tokens: String) { #expect(readTokens(text) == tokens) }

  @Test(
    "no e-mail address without a name or with a domain of one label",
    arguments: [
      ("a@b", "w:a|p:@|w:b"), ("@b.fr", "p:@|w:b|p:.|w:fr"), ("a@", "w:a|p:@"),
      ("a@.fr", "w:a|p:@|p:.|w:fr"), ("a@b.", "w:a|p:@|w:b|p:."),
      ("a@@b.fr", "w:a|p:@|p:@|w:b|p:.|w:fr"),
      ("a b@c", "w:a|w:b|p:@|w:c"), ("aa.bb@c d@e.fr", "w:aa|p:.|w:bb|p:@|w:c|e:d@e.fr"),
    ])
  func noAddresses(text: String, tokens: String) { #expect(readTokens(text) == tokens) }

  @Test(
    "a tag",
    arguments: [
      ("<b>", "t:<b>"), ("</b>", "t:</b>"), ("<br/>", "t:<br/>"), ("<br />", "t:<br />"),
      ("<a href=\"x y\">ici</a>", "t:<a href=\"x y\">|w:ici|t:</a>"),
      ("<g id='1'>", "t:<g id='1'>"),
      ("a<b>c", "w:a|t:<b>|w:c"), ("<b<i>", "p:<|w:b|t:<i>"), ("<x\n>", "t:<x\n>"),
      ("<http://a.fr>", "t:<http://a.fr>"),
    ])
  func tags(text: String, tokens: String) { #expect(readTokens(text) == tokens) }

  @Test(
    "no tag without a Latin letter at its start and a bracket at its end",
    arguments: [
      ("5 < 6 > 3", "n:5|p:<|n:6|p:>|n:3"), ("<3", "p:<|n:3"), ("<b", "p:<|w:b"),
      ("< b>", "p:<|w:b|p:>"), ("<>", "p:<|p:>"), ("</>", "p:<|p:/|p:>"), ("<é>", "p:<|w:é|p:>"),
      ("<1>", "p:<|n:1|p:>"),
    ])
  func noTags(text: String, tokens: String) { #expect(readTokens(text) == tokens) }

  @Test(
    "a placeholder",
    arguments: [
      "{x}", "{0}", "{}", "{a b}", "{{x}}", "{{}}", "${x}", "${}", "%s", "%d", "%i", "%u", "%x",
      "%X", "%f", "%g", "%c", "%@", "%1$d", "%12$s", "%-10s", "%+d", "%05d", "%#x", "%-08.3lf",
      "%.2f", "%5.2f", "%hd", "%hhd", "%ld", "%lld", "%zu", "%(n)s", "%(total)d", "%()x", "&amp;",
      "&nbsp;", "&frac12;", "&#39;", "&#x27;", "&#xA0;", "&#xff;",
    ])
  func placeholders(text: String) {
    #expect(readTokens(text) == "x:\(text)")
    #expect(readTokens("a \(text), b") == "w:a|x:\(text)|p:,|w:b")
  }

  @Test(
    "no placeholder",
    arguments: [
      ("100%d", "n:100|p:%|w:d"), ("٣%d", "n:٣|p:%|w:d"), ("²%d", "n:²|x:%d"), ("a%d", "w:a|x:%d"),
      ("%sa", "p:%|w:sa"), ("%s1", "p:%|w:s1"), ("%s_", "p:%|w:s|p:_"), ("%q", "p:%|w:q"),
      ("%", "p:%"), ("% d", "p:%|w:d"), ("%%", "p:%|p:%"), ("%d%%", "x:%d|p:%|p:%"),
      ("%.f", "p:%|p:.|w:f"), ("%1$", "p:%|n:1|p:$"), ("%(a b)s", "p:%|p:(|w:a|w:b|p:)|w:s"),
      ("%(a)S", "p:%|p:(|w:a|p:)|w:S"), ("%(a", "p:%|p:(|w:a"),
      ("{a{b}c}", "p:{|w:a|x:{b}|w:c|p:}"),
      ("{{x}", "p:{|x:{x}"), ("{x", "p:{|w:x"), ("$x", "p:$|w:x"), ("${x", "p:$|p:{|w:x"),
      ("${{x}}", "p:$|x:{{x}}"), ("{x}}", "x:{x}|p:}"), ("&a;", "p:&|w:a|p:;"), ("&;", "p:&|p:;"),
      ("& amp;", "p:&|w:amp|p:;"), ("&amp", "p:&|w:amp"), ("AT&T;", "w:AT|p:&|w:T|p:;"),
      ("&#;", "p:&|p:#|p:;"), ("&#x;", "p:&|p:#|w:x|p:;"), ("&#xG;", "p:&|p:#|w:xG|p:;"),
      ("&#39", "p:&|p:#|n:39"), ("&1a;", "p:&|n:1|w:a|p:;"),
    ])
  func noPlaceholders(text: String, tokens: String) { #expect(readTokens(text) == tokens) }

  @Test(
    "is looked for in time that grows with the text", .timeLimit(.minutes(1)),
    arguments: [
      "a.", "a-", "%(", "{", "<a", "&a", "&#1", "www.", "a@", "l'", "a'", "1'", "1 000 ", "{a",
    ])
  func time(piece: String) {
    let text = String(repeating: piece, count: 20_000)
    #expect(!readTokens(text).isEmpty)
  }
}

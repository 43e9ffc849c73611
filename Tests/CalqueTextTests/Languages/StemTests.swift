import CalqueModel
import CalqueText
import TestSupport
import Testing

@Suite("The light stem of a folded word")
struct StemTests {
  @Test(
    "in French, rule by rule",
    arguments: [
      // -aux becomes -al from 6 letters on
      ("chevaux", "cheval"), ("locaux", "local"), ("nationaux", "national"), ("maux", "mau"),
      ("eaux", "eau"), ("tuyaux", "tuyal"), ("noyaux", "noyal"), ("sceaux", "sceal"),
      // else -se from 6 letters on, -ses from 7
      ("heureuse", "heureu"), ("anglaise", "anglai"), ("chaise", "chai"), ("rose", "rose"),
      ("chose", "chose"), ("heureuses", "heureu"), ("chaises", "chai"), ("choses", "chose"),
      ("causes", "cause"),
      // else a final s or x from 3 letters on
      ("sommets", "sommet"), ("prix", "pri"), ("les", "le"), ("os", "os"), ("s", "s"),
      ("yeux", "yeu"),
      // and then, from 6 letters on, -ere becomes -er, and r, e, e and a doubled letter go, in order
      ("premiere", "premi"), ("premier", "premi"), ("premiers", "premi"), ("premieres", "premi"),
      ("carriere", "carri"), ("ministre", "ministr"), ("annee", "annee"), ("annees", "annee"),
      ("journee", "journ"), ("journees", "journ"), ("nouvelle", "nouvel"), ("nouvelles", "nouvel"),
      ("europeen", "europeen"), ("europeenne", "europeen"), ("citoyen", "citoyen"),
      ("citoyenne", "citoyen"), ("nationale", "national"), ("terrible", "terribl"),
      ("mettre", "mettr"), ("appelle", "appel"), ("grosse", "gros"), ("grossesse", "grosses"),
      // shorter ones stay
      ("le", "le"), ("ete", "ete"), ("pere", "pere"), ("mere", "mere"), ("frere", "frere"),
      ("arriere", "arri"), ("etats", "etat"), ("", ""), ("l'", "l'"),
    ])
  func french(word: String, stem expected: String) {
    #expect(stem(word, in: .french) == expected)
  }

  @Test(
    "in English, rule by rule",
    arguments: [
      // -ies becomes -y, but for -eies and -aies
      ("ladies", "lady"), ("parties", "party"), ("movies", "movy"), ("eies", "eie"),
      ("aies", "aie"),
      ("series", "sery"),
      // else -es becomes -e, but for -aes, -ees, -oes
      ("shoes", "shoe"), ("classes", "classe"), ("buses", "buse"), ("trees", "tree"),
      ("algaes", "algae"), ("heroes", "heroe"), ("houses", "house"),
      // else -s goes, but for -us, -ss
      ("summits", "summit"), ("bus", "bus"), ("boss", "boss"), ("class", "class"),
      ("virus", "virus"),
      ("gas", "gas"), ("cats", "cat"), ("this", "thi"),
      // shorter ones stay
      ("was", "was"), ("is", "is"), ("s", "s"), ("'s", "'s"), ("", ""), ("summit", "summit"),
    ])
  func english(word: String, stem expected: String) {
    #expect(stem(word, in: .english) == expected)
  }

  @Test(
    "is the word itself in every other language", arguments: ["Häuser", "chevaux", "ladies", ""])
  func others(word: String) {
    #expect(stem(word, in: Language("de")) == word)
    #expect(Stemmer.none.stem(word) == word)
  }

  @Test("is that of the twin for random words", arguments: 0..<10 as Range<UInt64>)
  func twin(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let letters = Array("aaeeeerssssuxilntoyé'".unicodeScalars)
    for _ in 0..<300 {
      var view = String.UnicodeScalarView()
      for _ in 0..<random.number(below: 11) {
        view.append(letters[random.number(below: letters.count)])
      }
      let word = String(view)
      #expect(stem(word, in: .french) == TwinStem.of(word, language: "fr"), "seed \(seed): \(word)")
      #expect(
        stem(word, in: .english) == TwinStem.of(word, language: "en"), "seed \(seed): \(word)")
    }
  }
}

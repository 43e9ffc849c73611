import CalqueText
import TestSupport
import Testing

@testable import CalqueMorphology

@Suite("The lexicon of full forms")
struct LexiconTests {
  static func lexicon(
    affixes: String = SampleDictionary.affixes, words: String = SampleDictionary.words
  ) throws -> FullFormLexicon {
    var builder = LexiconBuilder()
    try builder.add(affixes: affixes, words: words)
    return try LexiconBytes(builder.file()).lexicon()
  }

  static func morphology() throws -> Morphology {
    Morphology(.french, lexicon: try lexicon())
  }

  /// All readings of a lexicon, as `form lemma features`.
  private func readings(_ lexicon: FullFormLexicon) -> Set<String> {
    var readings: Set<String> = []
    lexicon.forEach { entry in
      for reading in entry.readings {
        readings.insert("\(entry.form) \(reading.lemma) \(reading.features.bits)")
      }
    }
    return readings
  }

  private func expected(affixes: String, words: String) throws -> Set<String> {
    var expected: Set<String> = []
    for reading in try ObviousExpander(affixes: affixes, words: words).readings {
      for features in FormFeatures(reading.dropFirst(2)).all {
        expected.insert("\(reading[0].lowercased()) \(reading[1].lowercased()) \(features.bits)")
      }
    }
    return expected
  }

  @Test("has the forms that its twin makes, of the sample")
  func sample() throws {
    let found = readings(try Self.lexicon())
    #expect(
      try found
        == expected(affixes: SampleDictionary.affixes, words: SampleDictionary.words))
    #expect(found.count > 80)
  }

  @Test("has the forms that its twin makes, of random words", arguments: [1, 2, 3, 4, 5, 6])
  func random(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let letters = ["a", "e", "é", "l", "r", "t", "n", "s", "c", "g", "œ", "ç", "u"]
    let ends = ["al", "er", "cer", "ger", "é", "teur", "t", "s", "e", "i"]
    let flags = ["S.", "W.", "F.", "a0", "p+", "()", "L'", "{}"]
    let fields = ["po:nom is:mas", "po:adj", "po:nom po:adj", "po:v1_it", "po:adv", "po:npr"]
    for round in 0..<8 {
      var lines = [String]()
      for _ in 0..<60 {
        let word =
          (0..<Int.random(in: 1...4, using: &generator)).compactMap { _ in
            letters.randomElement(using: &generator)
          }.joined() + (ends.randomElement(using: &generator) ?? "")
        let own = (0..<Int.random(in: 1...3, using: &generator)).compactMap { _ in
          flags.randomElement(using: &generator)
        }
        lines.append(
          "\(word)/\(own.joined()) \(fields.randomElement(using: &generator) ?? "")")
      }
      let words = "60\n" + lines.joined(separator: "\n")
      let lexicon = try Self.lexicon(words: words)
      let expected = try expected(affixes: SampleDictionary.affixes, words: words)
      #expect(readings(lexicon) == expected, "seed \(seed), round \(round)")
      // Every form is found by its letters, with all forms that have the same letters.
      lexicon.forEach { entry in
        let same = lexicon.entries(plain: Array(folded(entry.form).utf8))
        #expect(same.contains(entry), "seed \(seed), round \(round): \(entry.form)")
        #expect(same.allSatisfy { folded($0.form) == folded(entry.form) })
      }
      #expect(lexicon.entries(plain: Array("zzz".utf8)).isEmpty)
    }
  }

  @Test(
    "knows lemmas by the spelling of the text",
    arguments: [
      ("sommets", ["sommet"]), ("nationaux", ["national"]), ("NATIONALES", ["national"]),
      ("marche", ["marche", "marcher"]), ("marché", ["marché"]), ("marchés", ["marché"]),
      ("MARCHE", ["marche", "marcher"]), ("députée", ["député"]), ("DEPUTEE", ["député"]),
      ("deputee", []), ("Députées", ["député"]), ("va", ["aller"]), ("ira", ["aller"]),
      ("œuvres", ["œuvre"]), ("oeuvres", ["œuvre"]), ("Œuvre", ["œuvre"]), ("paris", ["paris"]),
      ("directrices", ["directeur"]), ("parmis", []), ("cours", ["cour", "cours"]), ("", []),
      ("lançant", ["lancer"]), ("gela", ["geler"]), ("xyz", []), ("日本", []), ("hier", ["hier"]),
    ])
  func lemmas(word: String, lemmas: [String]) throws {
    #expect(try Self.morphology().lemmas(of: word).sorted() == lemmas.sorted())
  }

  @Test("tells part of speech, gender, number and the kind of verb form")
  func features() throws {
    let morphology = try Self.morphology()
    func features(_ word: String) -> [WordFeatures] {
      morphology.analyses(of: word).map(\.features)
    }
    #expect(
      Set(features("nationaux")) == [
        WordFeatures(.noun, gender: .masculine, number: .plural),
        WordFeatures(.adjective, gender: .masculine, number: .plural),
      ])
    #expect(
      features("portées") == [
        WordFeatures(.verb, verb: .pastParticiple, gender: .feminine, number: .plural)
      ])
    #expect(features("saluèrent") == [WordFeatures(.verb, verb: .finite, number: .plural)])
    #expect(features("aller") == [WordFeatures(.verb, verb: .infinitive)])
    #expect(
      features("ministre") == [
        WordFeatures(.noun, gender: [.masculine, .feminine], number: .singular)
      ])
    let (masculine, feminine) = (features("directeur")[0], features("directrice")[0])
    #expect(!masculine.agrees(with: feminine) && feminine.agrees(with: features("nationale")[0]))
  }

  @Test("gives wrong answers and nothing worse if its bytes are torn", arguments: [7, 8, 9])
  func torn(seed: UInt64) throws {
    var builder = LexiconBuilder()
    try builder.add(affixes: SampleDictionary.affixes, words: SampleDictionary.words)
    let whole = try builder.file()
    var generator = SplitMix64(seed: seed)
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...20, using: &generator) {
        bytes[Int.random(in: 12..<bytes.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      if Bool.random(using: &generator) {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator))
      }
      guard let lexicon = try? LexiconBytes(bytes).lexicon() else { continue }
      for word in ["sommets", "nationaux", "va", "zut", "a"] {
        _ = Morphology(.french, lexicon: lexicon).analyses(of: word)
      }
    }
    #expect(throws: LexiconError.self) { try LexiconBytes(Array(whole.dropLast())).lexicon() }
    #expect(throws: LexiconError.self) { try LexiconBytes([1, 2, 3]).lexicon() }
    var other = whole
    other[8] = 9
    #expect(throws: LexiconError.version(9)) { try LexiconBytes(other).lexicon() }
  }

  @Test("is not made of affixes that cannot be understood")
  func damagedAffixes() {
    for (affixes, line) in [
      ("SFX S.", 1), ("SET UTF-8\nSFX S. Y 1\nSFX S. 0 s", 3),
      ("SFX S. Y 1\nSFX S. 0 s [] is:pl", 2),
    ] {
      var builder = LexiconBuilder()
      #expect { try builder.add(affixes: affixes, words: "0") } throws: { error in
        if case LexiconError.line(line, _) = error { true } else { false }
      }
    }
  }
}

import CalqueModel
import CalqueMorphology
import CalqueText
import TestSupport
import Testing

@testable import CalqueTerms

@Suite("A frozen recogniser")
struct FrozenTests {
  private static func text(_ count: Int, using generator: inout SplitMix64) -> String {
    let words = TwinTests.words + TwinTests.phrases
    return (0..<count).map { _ in
      (words.randomElement(using: &generator) ?? "")
        + (TwinTests.gaps.randomElement(using: &generator) ?? "")
    }.joined()
  }

  private static func terms(_ count: Int, using generator: inout SplitMix64) -> [RecogniserTerm] {
    (0..<count).map { number in
      let kind = TwinTests.kinds.randomElement(using: &generator) ?? ""
      var term = recogniserTerm(
        text(Int.random(in: 1...4, using: &generator), using: &generator) + kind, number: number)
      // Several terms of one concept settle between themselves.
      term.concept = ConceptID(Int64(number / 2))
      return term
    }
  }

  private static func morphologies() throws -> [Morphology] {
    [
      Morphology(.french), Morphology(.english),
      Morphology(.french, lexicon: try SampleDictionary.lexicon()),
    ]
  }

  @Test(
    "finds what the recogniser in memory finds, alone, under other terms, and where terms are gone",
    arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func twin(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for round in 0..<6 {
      for morphology in try Self.morphologies() {
        let terms = Self.terms(60, using: &generator)
        let text = Self.text(120, using: &generator)
        var memory = RecogniserBuilder(morphology)
        for term in terms { memory.add(term) }
        let truth = memory.recogniser().terms(in: text)
        for frozenCount in [0, 30, 60] {
          let file = FrozenFile(Array(terms.prefix(frozenCount)), morphology)
          let frozen = try file.opened(morphology)
          var builder = RecogniserBuilder(morphology, over: frozen)
          for term in terms.dropFirst(frozenCount) { builder.add(term) }
          let found = builder.recogniser().terms(in: text)
          #expect(found == truth, "seed \(seed), round \(round), \(frozenCount) frozen: \(text)")
          #expect(!frozen.isDamaged)
          let gone = Set((0..<10).map { _ in Int.random(in: 0..<60, using: &generator) })
          var rest = RecogniserBuilder(morphology)
          for term in terms where !gone.contains(term.number) { rest.add(term) }
          #expect(
            builder.recogniser().terms(in: text) { !gone.contains($0) }
              == rest.recogniser().terms(in: text),
            "seed \(seed), round \(round), \(frozenCount) frozen, without \(gone): \(text)")
        }
      }
    }
  }

  @Test("keeps the terms with their numbers, and which of them a text may resemble")
  func terms() throws {
    var generator = SplitMix64(seed: 9)
    let morphology = Morphology(.french)
    var terms = Self.terms(200, using: &generator)
    terms.append(RecogniserTerm(number: 200, text: "министр", flags: .metonym))
    terms.append(RecogniserTerm(number: 201, text: String(repeating: "long ", count: 80)))
    let frozen = try FrozenFile(terms, morphology).opened(morphology)
    #expect(frozen.termCount == terms.count)
    #expect(frozen.state == FrozenFile.state)
    for term in terms { #expect(frozen.term(term.number) == FrozenFile.stored(term)) }
    for query in ["sommet", "ministre délégué", "министр", "", "long long"] {
      for minimum in [1, 50, 70, 95] {
        let letters = LetterCount(query)
        let alike = Set(frozen.terms(alike: letters, minimum: minimum).map(\.number))
        let missed = terms.filter {
          letters.mayResemble(LetterCount($0.text), minimum: minimum) && !alike.contains($0.number)
        }
        #expect(missed.isEmpty, "\(query) at \(minimum)")
      }
    }
    #expect(frozen.terms(alike: LetterCount("sommet"), minimum: 90).count < terms.count)
    #expect(!frozen.isDamaged && frozen.isWhole())
  }

  @Test(
    "never answers from a file in which a bit has fallen over", arguments: 0..<3 as Range<UInt64>)
  func flippedBits(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let morphology = Morphology(.french, lexicon: try SampleDictionary.lexicon())
    let terms = Self.terms(80, using: &generator)
    let text = Self.text(200, using: &generator)
    let sound = FrozenFile(terms, morphology)
    func answer(_ frozen: FrozenRecogniser) -> [RecognisedTerm] {
      _ = frozen.terms(alike: LetterCount("ministre"), minimum: 50)
      return RecogniserBuilder(morphology, over: frozen).recogniser().terms(in: text)
    }
    let truth = answer(try sound.opened(morphology))
    #expect(truth.count > 20)
    var (refused, noticed) = (0, 0)
    for _ in 0..<300 {
      var bytes = sound.bytes
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      let file = FrozenFile(bytes)
      guard let frozen = try? file.opened(morphology) else {
        refused += 1
        continue
      }
      let found = answer(frozen)
      if frozen.isDamaged { noticed += 1 } else { #expect(found == truth, "byte \(place)") }
      #expect(!frozen.isWhole())
    }
    #expect(refused > 0 && noticed > 0)
  }

  @Test("survives right sums over wrong numbers", arguments: 0..<4 as Range<UInt64>)
  func hostile(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let morphology = Morphology(.french, lexicon: try SampleDictionary.lexicon())
    let terms = Self.terms(80, using: &generator)
    let text = Self.text(100, using: &generator)
    let sound = FrozenFile(terms, morphology)
    let numbers: [UInt32] = [0, 1, 2, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, 0xFFFF_FFFF, 4096, 77]
    var asked = 0
    for _ in 0..<200 {
      var bytes = sound.bytes
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        // The header's numbers are spoiled now and then, the sections always.
        let isHeader = Int.random(in: 0..<200, using: &generator) == 0
        let first = isHeader ? 88 : FrozenLayout.blockSize
        let end = isHeader ? 400 : bytes.count
        let place = Int.random(in: first..<end, using: &generator) / 4 * 4
        let number = numbers.randomElement(using: &generator) ?? 0
        for byte in 0..<4 where place + byte < bytes.count {
          bytes[place + byte] = UInt8(truncatingIfNeeded: number >> UInt32(8 * byte))
        }
      }
      guard let frozen = try? FrozenFile(bytes).sealed().opened(morphology) else { continue }
      asked += 1
      var builder = RecogniserBuilder(morphology, over: frozen)
      for number in 0..<5 {
        var term = terms[number]
        term.number = frozen.termCount + number
        builder.add(term)
      }
      for found in builder.recogniser().terms(in: text) where found.term < frozen.termCount {
        _ = frozen.term(found.term)
      }
      _ = frozen.terms(alike: LetterCount("ministre"), minimum: 20)
    }
    #expect(asked > 50)
  }

  @Test("is refused when it is cut off, of another language or made with another lexicon")
  func refused() throws {
    let terms = [RecogniserTerm(number: 0, text: "sommet")]
    let french = Morphology(.french)
    let file = FrozenFile(terms, french)
    for count in [0, 8, 4_095, 4_096, 5_000, file.bytes.count - 1] {
      #expect(throws: FrozenError.self) {
        try FrozenFile(Array(file.bytes.prefix(count))).opened(french)
      }
    }
    #expect(throws: FrozenError.outdated) { try file.opened(Morphology(.english)) }
    #expect(throws: FrozenError.outdated) {
      try file.opened(Morphology(.french, lexicon: try SampleDictionary.lexicon()))
    }
    #expect(try file.opened(french).termCount == 1)
  }

  // If this fails, the rules make other forms than before, and files of the earlier rules would
  // answer wrongly. Raise `FrozenLayout.rules`, and write the new sums here.
  @Test("has a version of its rules, which a change of what they make raises")
  func rulesVersion() throws {
    let terms = (TwinTests.words + TwinTests.phrases + Self.varied).flatMap { word in
      TwinTests.kinds.map { word + $0 }
    }.enumerated().map { recogniserTerm($1, number: $0) }
    let sums = try Self.morphologies().map { morphology in
      FrozenFile.sum(FrozenFile(terms, morphology).bytes[FrozenLayout.blockSize...])
    }
    #expect(FrozenLayout.rules == 4)
    #expect(
      sums == [15_572_221_193_353_157_689, 4_405_863_023_579_311_234, 14_273_769_273_975_435_102])
  }

  private static let varied = [
    "mettre en examen", "se féliciter", "en marge de", "l'immunité", "COP28", "P.-D.G.", "U.S.",
    "monsieur", "kilomètre", "travail", "cheval", "chef", "rapporteur", "acheter", "finir",
    "prendre", "go public", "take over", "child", "city", "hero", "analysis", "be", "run",
    "niveau de l'État", "mise(s) en cause", "article 49 alinéa 3", "start-up", "Côte d'Ivoire",
  ]
}

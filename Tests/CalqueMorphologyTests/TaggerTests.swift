import CalqueText
import Foundation
import TestSupport
import Testing

@testable import CalqueMorphology

@Suite("The tagger")
struct TaggerTests {
  /// The English weights that come with Calque.
  private static func tagger() throws -> PerceptronTagger {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "lexicon/en.tagger")
    return try LexiconBytes(Array(Data(contentsOf: file))).tagger()
  }

  private func tags(_ sentence: String) throws -> [PerceptronTagger.Tag] {
    let words = sentence.split(separator: " ").enumerated().map {
      TaggerWord(String($1), readings: [], isFirst: $0 == 0)
    }
    return try Self.tagger().tags(of: words).map(\.best)
  }

  @Test("tells verbs from nouns by their neighbours")
  func neighbours() throws {
    #expect(try tags("They work in the city .")[1] == .verb)
    #expect(try tags("The work was good .")[1] == .noun)
    #expect(try tags("They will call the court tomorrow .")[2] == .verb)
    #expect(try tags("The call from the court came late .")[1] == .noun)
    #expect(try tags("The new minister spoke .")[1] == .adjective)
    #expect(try tags("She went to London .")[3] == .name)
    #expect(try tags("") == [])
  }

  @Test("says how sure it is")
  func lead() throws {
    let words = ["The", "work", "."].map { TaggerWord($0, readings: [], isFirst: false) }
    let tagging = try Self.tagger().tags(of: words)[1]
    #expect(tagging.lead(over: .noun) == 0 && tagging.lead(over: .verb) > 0)
  }

  @Test("sees a word as the trainer does")
  func features() {
    // The numbers are those that scripts/train-tagger computes for "L’Élysée 7 U.S.".
    let words = ["L’", "Élysée", "7", "US"].map { TaggerWord($0, readings: [], isFirst: false) }
    #expect(String(decoding: words[0].letters, as: UTF8.self) == "l'")
    #expect(String(decoding: words[1].letters, as: UTF8.self) == "élysée")
    #expect(words.map(\.shape) == [3, 5, 1, 3])
    var hashes = [UInt32]()
    var features = TaggerFeatures(words)
    features.forEach(at: 1, 0, 6) { hashes.append($0 & 0xFFFF) }
    #expect(
      hashes == [
        22547, 36570, 36464, 16127, 53824, 50988, 31894, 23379, 5066, 30410, 27047, 51678, 49922,
        41848, 41854, 20656, 56907, 46286, 6447, 24754, 63742, 4747, 42685, 59890,
      ])
  }

  @Test("is refused if its file is of another kind or size")
  func damaged() throws {
    for bytes in [[], [1, 2, 3], Array("CALQTAGS".utf8) + [UInt8](repeating: 0, count: 12)] {
      #expect(throws: LexiconError.self) { try LexiconBytes(bytes).tagger() }
    }
  }

  @Test("that learnt with a lexicon serves only beside one")
  func lexicon() throws {
    var bytes = Array("CALQTAGS".utf8)
    for number: UInt32 in [1, 2, 1] {
      for place in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * UInt32(place)))) }
    }
    bytes += [UInt8](repeating: 0, count: 12)
    let tagger = try LexiconBytes(bytes).tagger()
    #expect(tagger.needsLexicon)
    #expect(Morphology(.french, tagger: tagger).tagger == nil)
    #expect(
      Morphology(.french, lexicon: try SampleDictionary.lexicon(), tagger: tagger).tagger != nil)
  }
}

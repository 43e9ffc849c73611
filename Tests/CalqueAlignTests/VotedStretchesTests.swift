import CalqueModel
import TestSupport
import Testing

@testable import CalqueAlign

/// A stretch with its votes in plain lists: the slow twin.
private struct SlowStretch {
  let words: [UInt32]
  var units: [UnitID] = []
  var sound = 0
  var complete = 0
  var asked = 0
  var added = Int.max
  var isClosed = false
  var forms: [(words: [UInt32], count: Int, weight: Int, units: [UnitID])] = []
}

@Suite("The stretches that have votes")
struct VotedStretchesTests {
  /// A unit with the phrase, whose words on the other side are given by their stems and forms.
  private struct Unit {
    let occurrence: RenderingVotes.Occurrence
    let stems: [UInt32]
    let forms: [UInt32]
  }

  private func kind(_ stem: UInt32) -> Counterparts.Kind {
    switch stem {
    case 1: .small
    case 2: .mark
    case 3: .hyphen
    default: .word
    }
  }

  private func unit(_ number: Int, using random: inout SplitMix64) -> Unit {
    let count = Int.random(in: 1...7, using: &random)
    let stems = (0..<count).map { _ in UInt32.random(in: 1...7, using: &random) }
    var links: [WordLink] = []
    for source in 0..<4 where Int.random(in: 0..<4, using: &random) > 0 {
      links.append(WordLink(source: source, target: Int.random(in: 0..<count, using: &random)))
    }
    let start = Int.random(in: 0...2, using: &random)
    let occurrence = RenderingVotes.Occurrence(
      unit: UnitID(Int64(number / 2)), index: number, phrase: start..<(start + 2),
      isAsked: Bool.random(using: &random), isGuessed: number % 5 == 4, links: links, count: count)
    return Unit(
      occurrence: occurrence, stems: stems,
      forms: stems.map { $0 * 2 + UInt32.random(in: 0...1, using: &random) })
  }

  private func take(_ unit: Unit, into all: inout [SlowStretch]) {
    var counterparts = Counterparts()
    let occurrence = unit.occurrence
    counterparts.find(
      occurrence.phrase, occurrence.links, count: occurrence.count, small: [false, false]
    ) { kind(unit.stems[$0]) }
    for stretch in counterparts.stretches where !occurrence.isGuessed || stretch.isComplete {
      let words = Array(unit.stems[stretch.range])
      if !all.contains(where: { $0.words == words }) { all.append(SlowStretch(words: words)) }
      guard let place = all.firstIndex(where: { $0.words == words }),
        all[place].units.last != occurrence.unit
      else { continue }
      all[place].units.append(occurrence.unit)
      if !occurrence.isGuessed {
        if stretch.evidence == .whole { all[place].sound += 1 }
        if stretch.isComplete { all[place].complete += 1 }
        if occurrence.isAsked { all[place].asked += 1 }
      }
      all[place].added = min(all[place].added, stretch.added)
      if stretch.evidence == .whole || stretch.evidence == .closed { all[place].isClosed = true }
      let form = Array(unit.forms[stretch.range])
      if !all[place].forms.contains(where: { $0.words == form }) {
        all[place].forms.append((form, 0, 0, []))
      }
      for other in all[place].forms.indices where all[place].forms[other].words == form {
        all[place].forms[other].count += 1
        all[place].forms[other].weight += occurrence.isAsked ? 3 : 1
        all[place].forms[other].units.append(occurrence.unit)
      }
    }
  }

  @Test("are those of plain lists, with their forms and units", arguments: 1...20)
  func twin(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var votes = RenderingVotes()
    var slow: [SlowStretch] = []
    // Enough of them for the table of stretches to grow.
    for number in 0..<(seed > 15 ? 400 : 12) {
      let unit = unit(number, using: &random)
      votes.add(
        unit.occurrence, small: [false, false], kind: { kind(unit.stems[$0]) },
        stem: { unit.stems[$0] }, form: { unit.forms[$0] })
      take(unit, into: &slow)
    }
    let found = votes.ranked(occurrences: votes.units, of: 10_000) { _ in 1 }
    let shown = slow.count { $0.units.count > 1 || $0.isClosed }
    #expect(found.count == min(48, shown), "seed \(seed)")
    #expect(Set(found.map(\.words)).count == found.count)
    for some in found {
      let twin = try #require(slow.first { $0.words == some.words })
      #expect(some.count == twin.units.count, "seed \(seed)")
      #expect((some.sound, some.complete) == (twin.sound, twin.complete), "seed \(seed)")
      #expect((some.asked, some.added) == (twin.asked, twin.added), "seed \(seed)")
      #expect(some.meaning == some.words.count { kind($0) == .word })
      #expect(some.forms.count == twin.forms.count)
      for form in some.forms {
        let other = try #require(twin.forms.first { $0.words == form.words })
        #expect((form.count, form.weight) == (other.count, other.weight), "seed \(seed)")
        #expect(form.examples.map(\.unit) == Array(other.units.prefix(5)), "seed \(seed)")
      }
    }
  }
}

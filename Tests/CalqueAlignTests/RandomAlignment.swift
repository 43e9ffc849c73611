import CalqueAlign
import TestSupport

/// Texts made at random, the same for the same seed.
extension SplitMix64 {
  /// Lengths of sentences, in paragraphs, as if at random.
  mutating func text(sentences: Int) -> AlignmentText {
    AlignmentText(
      lengths: (0..<sentences).map { _ in Int.random(in: 1...160, using: &self) },
      paragraphs: paragraphs(sentences))
  }

  /// A text and its translation: merged, split, left out and added sentences among the others.
  mutating func translation(sentences: Int) -> (AlignmentText, AlignmentText) {
    var (source, target): ([Int], [Int]) = ([], [])
    while source.count < sentences {
      let length = Int.random(in: 10...160, using: &self)
      let other = max(1, length * Int.random(in: 85...105, using: &self) / 100)
      switch Int.random(in: 0..<40, using: &self) {
      case 0: source.append(length)
      case 1: target.append(other)
      case 2:
        source += [length / 3 + 1, length - length / 3]
        target.append(other)
      case 3:
        source.append(length)
        target += [other / 3 + 1, other - other / 3]
      default:
        source.append(length)
        target.append(other)
      }
    }
    return (AlignmentText(lengths: source), AlignmentText(lengths: target))
  }

  private mutating func paragraphs(_ sentences: Int) -> [Int] {
    var number = 0
    return (0..<sentences).map { _ in
      if Int.random(in: 0..<3, using: &self) == 0 { number += 1 }
      return number
    }
  }
}

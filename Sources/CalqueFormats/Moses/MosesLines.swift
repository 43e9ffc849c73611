import CalqueInput
public import CalqueModel

/// Writes units as lines of two files.
public struct MosesLines: Sendable {
  /// The number of units that were written.
  public private(set) var written = 0
  /// The number of times that data was lost, by the data's name.
  public var losses: [String: Int] { output.losses }
  private let pair: LanguagePair?
  private var output = Output()

  /// Prepares the writing in two languages, source first; nil for those of each unit.
  public init(pair: LanguagePair?) { self.pair = pair }

  /// The lines of a unit, source first, each with its end; nil if a side has no text.
  public mutating func lines(of unit: TranslationUnit) -> (source: [UInt8], target: [UInt8])? {
    if unit.status == .rejected {
      output.passOver("rejected unit")
      return nil
    }
    guard let (source, target) = unit.sides(pair), let target, !source.text.isBlank,
      !target.text.isBlank
    else {
      output.passOver("unit without both languages")
      return nil
    }
    written += 1
    output.lose(unit) { $0 == "status" }
    for variant in [source, target] { output.lose(variant) }
    return (line(source.text), line(target.text))
  }

  private mutating func line(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    for place in bytes.indices where bytes[place] == 0x0A || bytes[place] == 0x0D {
      bytes[place] = 0x20
      output.lose("line break")
    }
    return bytes + [0x0A]
  }
}

import CalqueModel
import CalqueText

/// How much of a file the memories know: its segments by the score of their best match.
public struct BandAnalysis: Sendable {
  /// The size of the segments of a band.
  public struct Size: Hashable, Sendable {
    /// The number of segments.
    public internal(set) var segments = 0
    /// The number of words and numbers.
    public internal(set) var words = 0
    /// The number of Unicode scalars that are not white space.
    public internal(set) var characters = 0
  }

  /// The sizes by band; a band without segments is missing.
  public private(set) var sizes: [MatchBand: Size] = [:]
  private var met = Set<ByteText>()
  private var scanner = TextScanner()

  init() {}

  /// The size of a band.
  public func size(_ band: MatchBand) -> Size { sizes[band] ?? Size() }

  /// The size of the whole file.
  public var total: Size {
    sizes.values.reduce(into: Size()) { sum, size in
      sum.segments += size.segments
      sum.words += size.words
      sum.characters += size.characters
    }
  }

  /// Whether a text occurred before; the next time it has.
  mutating func isRepetition(_ text: String) -> Bool { !met.insert(ByteText(text)).inserted }

  /// Counts a segment.
  mutating func add(_ text: String, to band: MatchBand) {
    scanner.scan(text)
    let words = scanner.tokens.count { $0.kind == .word || $0.kind == .number }
    sizes[band, default: Size()].segments += 1
    sizes[band, default: Size()].words += words
    sizes[band, default: Size()].characters += text.unicodeScalars.count {
      !$0.properties.isWhitespace
    }
  }

  /// Writes the bands, each with its size, as the member `bands`.
  func write(to json: inout JSONText) {
    func members(_ size: Size, _ json: inout JSONText) {
      json.member("segments", size.segments)
      json.member("words", size.words)
      json.member("characters", size.characters)
    }
    json.name("bands")
    json.array { json in
      for band in MatchBand.allCases {
        json.object { json in
          json.member("band", band.rawValue)
          members(size(band), &json)
        }
      }
    }
    json.name("total")
    json.object { json in members(total, &json) }
  }
}

public import CalqueModel

/// A segment of a bilingual file.
public struct BilingualSegment: Sendable {
  /// The segment's id in its file, as the file's units have it; nil if there is none.
  public let id: String?
  /// The text for matching, without inline codes.
  public let source: String
  /// The source's inner XML as written; nil if it has no inline codes.
  public let codes: String?
  /// The languages, source first; nil if the file does not name them.
  public let pair: LanguagePair?
  /// Whether there is a translation.
  public let isTranslated: Bool
  /// Whether a translation can be filled in: there is none, and nothing forbids one.
  public let isOpen: Bool
  /// The ids of the sentences into which the file cuts the segment, if it is filled as a whole.
  public internal(set) var marks: [String] = []
  /// Whether the file has an empty translation that is cut into those sentences.
  public internal(set) var needsMarks = false
}

extension BilingualSegment {
  /// Whether a translation's inner XML is cut into the same sentences.
  package func hasMarks(_ codes: String) -> Bool {
    let markup = Markup(piece: codes)
    let found = markup.roots.flatMap { BilingualXLIFF.segments($0, markup) }
    return !marks.isEmpty && found.map(\.id) == marks
  }
}

/// What is filled into a segment of a bilingual file.
public struct BilingualFilling: Sendable {
  /// A match to fill in or to propose.
  public struct Match: Sendable {
    /// The matching source text.
    public let source: String
    /// The translation, without inline codes.
    public let target: String
    /// The translation's inner XML, which fits the segment's codes; nil if it has none.
    public let codes: String?
    /// The score, from 0 to 102.
    public let score: Int
    /// The memory's name.
    public let memory: String

    /// Creates a match.
    public init(source: String, target: String, codes: String?, score: Int, memory: String) {
      self.source = source
      self.target = target
      self.codes = codes
      self.score = score
      self.memory = memory
    }
  }

  /// A glossary's term in the segment.
  public struct Term: Sendable {
    /// The term.
    public let source: String
    /// The translations that may be used, best first.
    public let targets: [String]
    /// The glossary's name.
    public let glossary: String

    /// Creates a term.
    public init(source: String, targets: [String], glossary: String) {
      self.source = source
      self.targets = targets
      self.glossary = glossary
    }
  }

  /// The match that becomes the translation; nil for none.
  public var translation: Match?
  /// The matches to propose beside it, best first.
  public var proposals: [Match]
  /// The terms to list.
  public var terms: [Term]

  /// Creates a filling.
  public init(translation: Match? = nil, proposals: [Match] = [], terms: [Term] = []) {
    self.translation = translation
    self.proposals = proposals
    self.terms = terms
  }

  /// Whether there is nothing to write.
  public var isEmpty: Bool { translation == nil && proposals.isEmpty && terms.isEmpty }
}

/// A change of a text: bytes that take the place of a range.
struct BilingualEdit {
  let range: Range<Int>
  let bytes: [UInt8]
  /// Whether the change stands behind all others at its offset.
  var isLast = false
  /// Whether the change is made once, although several segments ask for it.
  var isShared = false

  init(_ range: Range<Int>, _ text: String) {
    self.range = range
    bytes = Array(text.utf8)
  }

  /// An insertion.
  init(at offset: Int, _ text: String) { self.init(offset..<offset, text) }
}

/// A segment with its places in the text.
struct BilingualSlot {
  let segment: BilingualSegment
  /// The number of the segments that are written together if any of them is filled; nil for none.
  var group: Int?
  /// The changes that the proposals of a filling make in a group that is not written; nil for none.
  var proposals: (@Sendable (BilingualFilling) -> [BilingualEdit])?
  /// The changes that a filling makes; in a group, also those that an empty one makes.
  let edits: @Sendable (BilingualFilling) -> [BilingualEdit]
}

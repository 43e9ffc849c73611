extension TranslationUnit {
  /// The properties in which tools keep the source text before a unit, in lower case.
  ///
  /// memoQ, MateCat and Lara; Phrase; OmegaT; XTM; TransPerfect and Wordfast.
  private static let previousProperties: Set = [
    "x-context-pre", "context_prev", "prev", "x-previous-source-text", "previousmd5segment",
  ]
  /// The properties in which the same tools keep the source text after a unit.
  private static let nextProperties: Set = [
    "x-context-post", "context_next", "next", "x-next-source-text", "nextmd5segment",
  ]
  /// The property of Trados, which holds several texts.
  private static let tradosProperty = "x-contextcontent"

  /// The texts around the unit, as the properties of the tool state them that wrote the file.
  ///
  /// A unit that stands in several places may state several texts; each is an element of its own.
  package var statedNeighbours: [SegmentNeighbours] {
    var stated: [SegmentNeighbours] = []
    for meta in [meta] + variants.map(\.meta) {
      for property in meta.properties {
        let type = property.type.lowercased()
        if Self.previousProperties.contains(type) {
          stated.append(SegmentNeighbours(previous: Self.text(of: property.value), next: nil))
        } else if Self.nextProperties.contains(type) {
          stated.append(SegmentNeighbours(previous: nil, next: Self.text(of: property.value)))
        } else if type == Self.tradosProperty {
          stated.append(Self.trados(property.value))
        }
      }
    }
    return stated
  }

  /// The text of a property, which some tools write with inline codes inside `<seg>`.
  private static func text(of value: String) -> String? {
    let text = value.utf8.contains(UInt8(ascii: "<")) ? InlineBreaks.text(in: value) : nil
    let plain = (text ?? value).trimmingBlanks
    return plain.isEmpty ? nil : plain
  }

  /// The texts in a property of Trados.
  ///
  /// It holds the source text before the unit, codes, another text and codes, joined by ` | `; a
  /// bar in a text is doubled. The other text is the translation of the first, or the source text
  /// after the unit, as the memory was set up.
  private static func trados(_ value: String) -> SegmentNeighbours {
    var parts: [[UInt8]] = [[]]
    var bytes = Array(value.utf8)[...]
    let bar = UInt8(ascii: "|")
    while let byte = bytes.popFirst() {
      if byte == bar, bytes.first != bar {
        parts.append([])
      } else {
        if byte == bar { bytes.removeFirst() }
        parts[parts.count - 1].append(byte)
      }
    }
    func part(_ place: Int) -> String? {
      place < parts.count ? text(of: String(decoding: parts[place], as: UTF8.self)) : nil
    }
    return SegmentNeighbours(previous: part(0), next: part(2))
  }
}

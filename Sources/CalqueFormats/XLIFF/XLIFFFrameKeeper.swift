import CalqueInput
import CalqueModel

/// Cuts a document as written into a header, what stands before each unit, and what follows all.
///
/// The pieces, one after the other, are the document from its root on, without the root's end tag.
struct XLIFFFrameKeeper {
  /// The offset up to which the document is kept with a unit.
  private(set) var start = 0
  /// The offset of the first `<file>`, where the header ends.
  var headerEnd: Int?
  /// The offset of the root's end tag.
  var end: Int?
  /// Whether a part was too large to keep.
  var isLost = false

  /// Ends the header, at the first file.
  mutating func endHeader(_ offset: Int) {
    if headerEnd == nil { headerEnd = offset }
  }

  /// The header as written, without the XML declaration.
  mutating func header(_ written: (Range<Int>) -> String?) -> String? {
    guard !isLost, let headerEnd, headerEnd >= start, let text = written(start..<headerEnd) else {
      return nil
    }
    start = headerEnd
    let bytes = Array(text.utf8)
    // The declaration is the writer's own; any blank can follow its name.
    guard bytes.starts(with: "<?xml".utf8), bytes.dropFirst(5).first ?? 0x3E <= 0x20,
      let rest = XMLBeginning.after("?>", bytes[...])
    else {
      return text
    }
    return String(decoding: rest.drop { $0 <= 0x20 }, as: UTF8.self)
  }

  /// Keeps an element as written in its unit, and what stands before it.
  mutating func keep(
    _ range: Range<Int>, in unit: inout TranslationUnit, _ written: (Range<Int>) -> String?
  ) {
    guard range.lowerBound >= start, let before = written(start..<range.lowerBound),
      let entry = written(range)
    else { return isLost = true }
    start = range.upperBound
    unit.meta.attributes += [
      Meta.Attribute(name: Meta.said, value: unit.said),
      Meta.Attribute(name: Meta.entry, value: entry),
      Meta.Attribute(name: Meta.before, value: before),
    ]
  }

  /// What follows the last unit.
  func rest(_ written: (Range<Int>) -> String?) -> String? {
    guard !isLost, let end, end >= start else { return nil }
    return written(start..<end)
  }
}

extension TranslationUnit {
  /// A number that tells whether a unit still says what it said when its element was kept.
  ///
  /// It stands for texts, languages, status, notes and properties: FNV-1a, 64 bits, in hexadecimal.
  var said: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ text: String) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    add(status.name)
    for variant in variants {
      add(variant.language.written)
      add(variant.text)
      add(variant.codes ?? "")
    }
    for note in meta.notes { add(note.text) }
    for property in meta.properties {
      add(property.type)
      add(property.value)
    }
    return String(hash, radix: 16)
  }
}

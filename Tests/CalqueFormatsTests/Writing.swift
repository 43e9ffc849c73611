import CalqueFormats
import CalqueModel

/// What a writer wrote.
struct Writing {
  /// The text; of a file in UTF-16, without its mark.
  var text = ""
  var bytes: [UInt8] = []
  var losses: [String: Int] = [:]

  /// Writes units and concepts.
  init(
    _ format: FileFormat, header: FileHeader? = nil, options: WriterOptions = WriterOptions(),
    units: [TranslationUnit] = [], concepts: [Concept] = []
  ) throws {
    var bytes = [UInt8]()
    var writer = FileWriter(format: format, header: header, options: options) { bytes += $0 }
    for unit in units { try writer.write(unit) }
    for concept in concepts { try writer.write(concept) }
    try writer.finish()
    text = String(decoding: bytes, as: UTF8.self)
    if bytes.starts(with: [0xFF, 0xFE]) {
      let units = stride(from: 2, to: bytes.count, by: 2).map {
        UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
      }
      text = String(decoding: units, as: UTF16.self)
    }
    self.bytes = bytes
    losses = writer.losses
  }

  /// Writes what was read, in the same format.
  init(back reading: Reading, options: WriterOptions = WriterOptions()) throws {
    try self.init(
      reading.detected.format, header: reading.header, options: options, units: reading.units,
      concepts: reading.concepts)
  }
}

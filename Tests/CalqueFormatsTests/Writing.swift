import CalqueFormats
import CalqueModel

/// What a writer wrote.
struct Writing {
  var text = ""
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
    losses = writer.losses
  }

  /// Writes what was read, in the same format.
  init(back reading: Reading, options: WriterOptions = WriterOptions()) throws {
    try self.init(
      reading.detected.format, header: reading.header, options: options, units: reading.units,
      concepts: reading.concepts)
  }
}

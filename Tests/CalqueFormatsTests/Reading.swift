import CalqueModel
import TestSupport

@testable import CalqueFormats

/// What a reader reported, sorted by kind.
struct Reading {
  var header: FileHeader?
  var units: [TranslationUnit] = []
  var concepts: [Concept] = []
  var places: [SourcePlace] = []
  var skipped: [String] = []
  var refused: [String] = []
  var warnings: [FormatWarning] = []
  var detected: Detected

  /// Reads a file whole.
  init(path: String, options: FormatOptions = FormatOptions()) throws {
    let reader = try FileReader(path: path, options: options)
    detected = reader.detected
    try reader.read { event in
      switch event {
      case .header(let header): self.header = header
      case .unit(let unit, let place):
        units.append(unit)
        places.append(place)
      case .concept(let concept, let place):
        concepts.append(concept)
        places.append(place)
      case .skipped(let reason, _): skipped.append(reason)
      case .refused(let message, let place):
        refused.append("\(place.line):\(place.column) \(message)")
      case .warning(let warning): warnings.append(warning)
      }
    }
  }

  /// Reads bytes under a file name.
  init(
    _ bytes: some Sequence<UInt8>, name: String, options: FormatOptions = FormatOptions()
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, to: name)
    try self.init(path: path, options: options)
  }

  /// The texts of every unit, or the terms of every concept.
  var texts: [[String]] {
    units.map { $0.variants.map(\.text) } + concepts.map { $0.terms.map(\.text) }
  }
}

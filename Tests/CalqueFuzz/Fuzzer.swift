import CalqueFormats
import CalqueInput
import CalqueModel

/// Reads mutants of a format's samples, and writes and reads again what was read.
struct Fuzzer {
  private let target: Target
  private let samples: [[UInt8]]
  private let pair = LanguagePair("fr-en")
  /// The mutants that were read to their end.
  private(set) var read = 0
  /// The mutants that were refused.
  private(set) var refused = 0
  /// The message of the last refusal.
  private(set) var refusal = ""

  init(_ target: Target) {
    self.target = target
    samples = target.samples.map { sample in
      let bytes = Array(sample.utf8)
      // A string cannot hold the magic number of a compiled catalogue.
      return target.name == "mo" ? [0xDE, 0x12, 0x04, 0x95] + bytes.dropFirst(4) : bytes
    }
  }

  /// A fault that a mutant has found.
  struct Finding: Error {
    let message: String
  }

  /// Tries the mutant of a number.
  ///
  /// - Throws: `Finding` if something that was written cannot be read again. A crash ends the
  ///   process.
  mutating func attempt(_ number: Int, seed: UInt64) throws(Finding) {
    var mutator = Mutator(seed: seed, number: number)
    let mutant = mutator.mutant(of: samples)
    guard let bytes = target.name == "xlsx" ? Self.workbook(mutant, number) : mutant else { return }
    let options = FormatOptions(
      keepGoing: number % 2 == 1, keepsIncomplete: number % 3 == 0, fallbackPair: pair)
    let clock = ContinuousClock()
    let begin = clock.now
    let file: Contents
    do {
      file = try Contents(bytes, target.file, options)
    } catch {
      refused += 1
      refusal = "\(error)"
      return
    }
    read += 1
    try writeAndRead(file)
    if clock.now - begin > .seconds(5) { throw Finding(message: "it took \(clock.now - begin)") }
  }

  /// What is written in the format of the file can be read.
  private func writeAndRead(_ file: Contents) throws(Finding) {
    // The header of a table tells how its rows are read; a spoilt one would tell it otherwise.
    let isTable = file.format.isTable || file.format == .xlsx
    guard file.format.isWritten, !file.units.isEmpty || !file.concepts.isEmpty else { return }
    var written = [UInt8]()
    do {
      var writer = FileWriter(
        format: file.format, header: isTable ? nil : file.header,
        options: WriterOptions(pair: isTable ? pair : nil, languages: file.languages)
      ) { written += $0 }
      for unit in file.units { try writer.write(unit) }
      for concept in file.concepts { try writer.write(concept) }
      try writer.finish()
      if writer.written == 0 { return }
    } catch { throw Finding(message: "cannot be written: \(error)") }
    var options = FormatOptions(format: file.format, keepsIncomplete: true, fallbackPair: pair)
    if isTable { options.pair = pair }
    options.kind = file.units.isEmpty ? .glossary : .memory
    do {
      let reader = try FileReader(bytes: written, named: target.file, options: options)
      try reader.read { (_: FileEvent) in }
    } catch { throw Finding(message: "what was written cannot be read: \(error)") }
  }

  private static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// A workbook around a sheet; every eighth has its own bytes spoilt as well.
  private static func workbook(_ sheet: [UInt8], _ number: Int) -> [UInt8]? {
    guard let zip = try? ZipWriter() else { return nil }
    let parts = [
      ("[Content_Types].xml", "<Types/>"),
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"\(relations)\">"
          + "<sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Type=\"\(relations)/worksheet\" "
          + "Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" "
          + "Type=\"\(relations)/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
      ),
      ("xl/sharedStrings.xml", "<sst><si><t>Anglais</t></si></sst>"),
    ]
    for (name, text) in parts {
      guard (try? zip.add(name, Array(text.utf8))) != nil else { return nil }
    }
    guard (try? zip.add("xl/worksheets/sheet1.xml", sheet)) != nil,
      let bytes = try? zip.finish()
    else { return nil }
    guard number % 8 == 0 else { return bytes }
    var mutator = Mutator(seed: 1, number: number)
    return mutator.mutant(of: [bytes])
  }
}

/// What a reader made of a mutant.
private struct Contents {
  let format: FileFormat
  let languages: [LanguageTag]
  var header: FileHeader?
  var units: [TranslationUnit] = []
  var concepts: [Concept] = []

  /// Reads bytes, or throws the reason why they are refused.
  init(_ bytes: [UInt8], _ name: String, _ options: FormatOptions) throws {
    let reader = try FileReader(bytes: bytes, named: name, options: options)
    format = reader.detected.format
    languages = reader.detected.languages
    try reader.read { (event: FileEvent) in
      switch event {
      case .header(let header): self.header = header
      case .unit(let unit, _): units.append(unit)
      case .concept(let concept, _): concepts.append(concept)
      case .skipped, .refused, .warning: break
      }
    }
  }
}

extension FileFormat {
  fileprivate var isWritten: Bool { FormatRegistry.description(of: self)?.writes ?? false }
}

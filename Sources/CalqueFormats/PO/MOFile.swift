import CalqueInput
import CalqueModel

/// Reads gettext's compiled catalogues (GNU gettext manual, "The Format of GNU MO Files").
enum MOFile {
  /// Whether bytes begin as an MO file in either order of bytes.
  static func isLikely(_ head: [UInt8]) -> Bool {
    head.starts(with: [0xDE, 0x12, 0x04, 0x95]) || head.starts(with: [0x95, 0x04, 0x12, 0xDE])
  }

  /// The entries in the order of the file, the header first.
  ///
  /// - Throws: `InputError` if a table or a text lies outside of the file, or if the encoding is not
  ///   read.
  static func entries(
    _ source: any ByteSource, _ limits: InputLimits
  ) throws(InputError) -> [POEntry] {
    var bytes = [UInt8]()
    while true {
      let chunk = try source.next()
      if chunk.isEmpty { break }
      bytes += chunk
      if bytes.count > limits.document {
        throw InputError(message: "the file is larger than \(limits.document >> 20) MiB")
      }
    }
    let file = Words(bytes: bytes)
    let count = try file.word(at: 8)
    let (ids, texts) = (try file.word(at: 12), try file.word(at: 16))
    guard count <= bytes.count / 16, file.word32(4) >> 16 <= 1 else {
      throw InputError(message: "the MO file counts \(count) entries, which it cannot hold")
    }
    var pairs = [(id: ArraySlice<UInt8>, text: ArraySlice<UInt8>)]()
    for number in 0..<count {
      pairs.append((try file.text(ids + 8 * number), try file.text(texts + 8 * number)))
    }
    let header = pairs.first { $0.id.isEmpty }
    let encoding = header.flatMap { charset(String(decoding: $0.text, as: UTF8.self)) }
    return try pairs.map { pair throws(InputError) in
      try entry(
        decoded(Array(pair.id), encoding), decoded(Array(pair.text), encoding))
    }
  }

  private static func entry(_ id: String, _ text: String) -> POEntry {
    var entry = POEntry()
    let parts = id.split(separator: "\u{4}", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 { entry.context = String(parts[0]) }
    let ids = (parts.last ?? "").split(separator: "\0", omittingEmptySubsequences: false)
    entry.id = ids.first.map(String.init) ?? ""
    entry.plural = ids.count > 1 ? String(ids[1]) : nil
    let forms = text.split(separator: "\0", omittingEmptySubsequences: false)
    for (number, form) in forms.enumerated() { entry.translations[number] = String(form) }
    if entry.isHeader {
      var bytes = Array("msgid \"\"\nmsgstr ".utf8)
      POString.append(text, prefix: "", to: &bytes)
      entry.written = String(decoding: bytes, as: UTF8.self) + "\n"
    }
    return entry
  }

  private static func charset(_ header: String) -> String? {
    let bytes = Array(header.utf8)
    guard let name = XMLBeginning.after("charset=", bytes[...]) else { return nil }
    return String(decoding: name.prefix { $0 > 0x20 && $0 != UInt8(ascii: ";") }, as: UTF8.self)
  }

  private static func decoded(_ bytes: [UInt8], _ encoding: String?) throws(InputError) -> String {
    let name = encoding?.asciiLowercased ?? "utf-8"
    if ["utf-8", "utf8", "us-ascii", "ascii", "charset"].contains(name) {
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw InputError(message: "a text of the MO file is not UTF-8")
      }
      return text
    }
    guard let source = ConvertedSource(BytesInMemory(bytes), encoding: name) else {
      throw InputError(message: "encoding \(name) is not known")
    }
    var text = [UInt8]()
    while true {
      let chunk = try source.next()
      if chunk.isEmpty { return String(decoding: text, as: UTF8.self) }
      text += chunk
    }
  }

  /// The numbers of 32 bits of an MO file.
  private struct Words {
    let bytes: [UInt8]

    /// The number at an offset; 0 outside of the file.
    func word32(_ offset: Int) -> Int { (try? word(at: offset)) ?? 0 }

    func word(at offset: Int) throws(InputError) -> Int {
      guard offset >= 0, offset + 4 <= bytes.count else {
        throw InputError(message: "the MO file ends too early")
      }
      let isLittle = bytes[0] == 0xDE
      return (0..<4).reduce(0) { sum, place in
        sum | Int(bytes[offset + place]) << (8 * (isLittle ? place : 3 - place))
      }
    }

    /// The text whose length and offset stand at an offset.
    func text(_ offset: Int) throws(InputError) -> ArraySlice<UInt8> {
      let (length, start) = (try word(at: offset), try word(at: offset + 4))
      guard start + length <= bytes.count else {
        throw InputError(message: "a text of the MO file lies outside of the file")
      }
      return bytes[start..<start + length]
    }
  }
}

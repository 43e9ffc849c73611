import CalqueModel

/// Writes text in UTF-8, or in the encoding of one byte a character that a catalogue names.
package struct TextEncoder: Sendable {
  /// The name of the encoding.
  package let name: String
  /// The byte of each character; nil for UTF-8.
  private let bytes: [Unicode.Scalar: UInt8]?

  /// The encoder for a gettext catalogue with a header.
  ///
  /// - Parameter header: the header as written; without a `charset` of one byte a character the
  ///   text is UTF-8.
  package init(catalogue header: String) {
    let declared = TextEncoding.catalogueCharset(Array(header.utf8))
    self.init(singleByte: declared ?? "UTF-8")
  }

  /// The encoder for an encoding; UTF-8 if the encoding has more than one byte a character.
  package init(singleByte encoding: String) {
    let lower = encoding.asciiLowercased
    let isOfOneByte = ["iso", "latin", "windows-", "cp125", "koi8", "mac"]
      .contains { lower.hasPrefix($0) }
    guard isOfOneByte else {
      (name, bytes) = ("UTF-8", nil)
      return
    }
    var table = [Unicode.Scalar: UInt8]()
    for byte in UInt8.min...UInt8.max {
      guard let source = ConvertedSource(BytesInMemory([byte]), encoding: encoding),
        let text = try? source.next(),
        let scalar = String(decoding: text, as: UTF8.self).unicodeScalars.first,
        scalar != "\u{FFFD}", table[scalar] == nil
      else { continue }
      table[scalar] = byte
    }
    // ICU may not know the name.
    let isKnown = table["a"] == UInt8(ascii: "a")
    (name, bytes) = isKnown ? (encoding, table) : ("UTF-8", nil)
  }

  /// A catalogue's header that names the encoding: where text is written in UTF-8 and the header
  /// names another encoding, the header says UTF-8.
  package func named(in header: String) -> String {
    guard bytes == nil, let declared = TextEncoding.catalogueCharset(Array(header.utf8)),
      !["utf-8", "utf8", "us-ascii", "ascii", "ansi_x3.4-1968"].contains(declared.asciiLowercased)
    else { return header }
    return header.replacing("charset=\(declared)", with: "charset=\(name)", maxReplacements: 1)
  }

  /// Appends text; a character that the encoding does not have becomes a question mark.
  ///
  /// - Returns: the number of such characters.
  package func append(_ text: String, to output: inout [UInt8]) -> Int {
    guard let bytes else {
      output.append(contentsOf: text.utf8)
      return 0
    }
    var missing = 0
    for scalar in text.unicodeScalars {
      if bytes[scalar] == nil { missing += 1 }
      output.append(bytes[scalar] ?? UInt8(ascii: "?"))
    }
    return missing
  }
}

extension TextEncoding {
  /// The encoding that the header of a gettext catalogue names; nil if the text is none.
  package static func catalogueCharset(_ head: [UInt8]) -> String? {
    guard let header = catalogueHeader(head.prefix(16 << 10)),
      let type = XMLBeginning.after("Content-Type:", header),
      let value = XMLBeginning.after("charset=", type.prefix(80))
    else { return nil }
    // The name may go on behind the bytes in which its beginning is sought.
    let name = String(
      decoding: type[value.startIndex...].prefix {
        $0 > 0x20 && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "\"")
      },
      as: UTF8.self)
    return name.isEmpty || name == "CHARSET" ? nil : name
  }

  /// The lines of the text of the first entry whose id is empty; nil if there is none.
  ///
  /// What a later entry says of a `Content-Type` is its own text. An empty line where an id begins that
  /// has several lines is no empty id.
  private static func catalogueHeader(_ head: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var rest = head
    while let behind = XMLBeginning.after("msgid \"\"", rest) {
      rest = behind
      var text = behind.drop { $0 <= 0x20 }
      // An id of several empty strings is empty, too.
      while text.starts(with: "\"\"".utf8) { text = text.dropFirst(2).drop { $0 <= 0x20 } }
      guard text.starts(with: "msgstr".utf8) else { continue }
      var end = text.startIndex
      repeat {
        end = text[end...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.endIndex
      } while text[end...].first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "\"")
      return text[..<end]
    }
    return nil
  }
}

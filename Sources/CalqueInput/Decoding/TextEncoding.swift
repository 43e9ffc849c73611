import CalqueModel

/// The encoding of a file's characters, and a contradiction in the file's statements about it.
package struct TextEncoding: Equatable {
  /// The encoding's name for ICU; nil for UTF-8, which needs no conversion.
  package var name: String?
  /// The length of the byte order mark, which is skipped.
  package var mark = 0
  /// The warning about a declaration that is wrong.
  package var warning: String?

  /// Finds the encoding of a file that begins with `head`.
  ///
  /// The first of these decides: the byte order mark, the user, the zeros of UTF-16, the
  /// declaration in the file. Without any of them the file is UTF-8.
  package init(_ head: [UInt8], asked: String?) throws(InputError) {
    let declared = Self.declaration(head)
    for (bytes, name) in Self.marks where head.starts(with: bytes) {
      self.name = name == "UTF-8" ? nil : name
      mark = bytes.count
      if let declared, !Self.agree(declared, name) {
        warning = "declares \(declared), but its byte order mark says \(name), which counts"
      }
      return
    }
    if let asked {
      name = try Self.known(asked)
      return
    }
    if let name = Self.unmarked(head) {
      self.name = name
      return
    }
    guard let declared else { return }
    let name = declared.asciiLowercased
    if name.hasPrefix("utf-16") || name.hasPrefix("utf16") || name.hasPrefix("utf-32")
      || name.hasPrefix("ucs-") || name.hasPrefix("iso-10646")
    {
      // The declaration was read as ASCII, so it is wrong. Some tools paste such declarations.
      warning = "declares \(declared), but is written in one-byte units; it is read as UTF-8"
      return
    }
    self.name = try Self.known(declared)
  }

  /// The name for ICU of an encoding that Calque reads; nil for UTF-8 and its subset ASCII.
  private static func known(_ encoding: String) throws(InputError) -> String? {
    let name = encoding.asciiLowercased
    if ["utf-8", "utf8", "us-ascii", "ascii"].contains(name) { return nil }
    let families = [
      "iso-8859-", "iso8859-", "iso_8859-", "latin", "windows-", "cp125", "cp850", "cp437",
      "ibm850", "ibm437", "koi8-", "mac", "shift_jis", "shift-jis", "sjis", "euc-", "gb18030",
      "gbk", "gb2312", "big5", "tis-620", "utf-16", "utf16", "utf-32", "utf32",
    ]
    guard families.contains(where: { name.hasPrefix($0) }) else {
      throw InputError(
        message: "encoding \(encoding) is not read",
        remedy: "convert the file to UTF-8 first: iconv -t UTF-8")
    }
    return encoding
  }

  private static let marks: [([UInt8], String)] = [
    ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE, 0, 0], "UTF-32LE"),
    ([0, 0, 0xFE, 0xFF], "UTF-32BE"), ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
  ]

  private static func agree(_ declared: String, _ name: String) -> Bool {
    let declared = declared.asciiLowercased
    let name = name.asciiLowercased
    return name == declared || name.hasPrefix(declared) && declared.hasPrefix("utf-")
      || name.hasPrefix("utf-16") && ["utf16", "ucs-2", "iso-10646-ucs-2"].contains(declared)
      || declared == "utf8" && name == "utf-8"
  }

  /// The name of UTF-16 without a mark; nil for other text.
  ///
  /// The file begins with `<?xml`, a tag or a word of a Latin alphabet, so every second byte is
  /// zero.
  private static func unmarked(_ head: [UInt8]) -> String? {
    let beginning = head.prefix(64)
    guard beginning.count >= 4 else { return nil }
    var zeros = [0, 0]
    for (place, byte) in beginning.enumerated() where byte == 0 { zeros[place % 2] += 1 }
    let half = beginning.count / 2
    if zeros[0] == 0, zeros[1] * 4 >= half * 3 { return "UTF-16LE" }
    if zeros[1] == 0, zeros[0] * 4 >= half * 3 { return "UTF-16BE" }
    return nil
  }

  /// The encoding that an XML declaration or an Emacs cookie in the first line names.
  ///
  /// In UTF-16, the declaration's ASCII characters are found between zeros.
  private static func declaration(_ head: [UInt8]) -> String? {
    let ascii = head.prefix(1_024).filter { $0 != 0 }
    let line = String(decoding: ascii, as: UTF8.self)
    let end = line.utf8.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    if let declaration = line.firstRange(of: "<?xml") {
      let rest = line[declaration.upperBound...]
      guard let close = rest.firstRange(of: "?>"),
        let name = rest[..<close.lowerBound].firstRange(of: "encoding")
      else { return nil }
      let value = rest[name.upperBound..<close.lowerBound]
        .drop { $0 == "=" || $0 == " " || $0 == "\"" || $0 == "'" || $0 == "\n" || $0 == "\t" }
      return String(value.prefix { $0 != "\"" && $0 != "'" })
    }
    let first = line[..<(end ?? line.endIndex)]
    guard first.contains("#"), let cookie = first.firstRange(of: "-*- coding:") else {
      return catalogueCharset(head)
    }
    let value = first[cookie.upperBound...].drop { $0 == " " }
    return String(value.prefix { $0 != " " && $0 != ";" })
  }
}

extension StringProtocol {
  /// The first occurrence of a text.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<index(start, offsetBy: text.count)
      }
      start = index(after: start)
    }
    return nil
  }
}

package import CalqueInput
package import CalqueModel
package import CalqueText

/// The rules of segmentation of an SRX file (Segmentation Rules eXchange 2.0, LISA 2008).
package struct SRXRules: Sendable {
  /// The rules of a name, in their order.
  private let rules: [String: [SegmentationRule]]
  /// The languages that a name's rules are for, in the order of the file.
  private let maps: [(pattern: String, name: String, line: Int)]
  /// Whether all rules that are for a language count, not the first ones alone.
  private let cascades: Bool

  /// Reads a file.
  ///
  /// - Throws: `InputError` if the file cannot be read, is no SRX, or lacks rules that it names.
  package init(path: String, bytes: [UInt8]? = nil) throws(InputError) {
    let limits = InputLimits()
    let file = try OpenedFile(path: path, bytes: bytes, limits: limits)
    let text = try TextInput(file, encoding: nil, isWestern: false)
    let handler = SRXHandler()
    let document = XMLDocument(text.source, handler: handler, limits: limits)
    handler.place = { [weak document] in document?.tagPlace.line ?? 0 }
    while try document.parseNext() {}
    guard handler.isSRX else {
      throw InputError(
        message: "no SRX file: the root element is not srx", line: 1,
        remedy: "name a file of segmentation rules")
    }
    for map in handler.maps where handler.rules[map.name] == nil {
      throw InputError(
        message: "the rules '\(map.name)' for '\(map.pattern)' are missing", line: map.line)
    }
    rules = handler.rules
    maps = handler.maps
    cascades = handler.cascades
  }

  /// The rules for a language, in the order in which they decide.
  ///
  /// - Throws: `InputError` if the pattern of a language is wrong, or no rules are for the language.
  package func rules(for language: LanguageTag) throws(InputError) -> [SegmentationRule] {
    var found: [SegmentationRule] = []
    for map in maps {
      guard try Self.fits(language, map.pattern, map.line) else { continue }
      found += rules[map.name] ?? []
      if !cascades { break }
    }
    if found.isEmpty {
      throw InputError(
        message: "the file has no rules for \(language)",
        remedy: "add a languagemap whose languagepattern fits \(language)")
    }
    return found
  }

  /// Whether a pattern fits the whole of a language's tag.
  private static func fits(
    _ language: LanguageTag, _ pattern: String, _ line: Int
  ) throws(InputError) -> Bool {
    let tag = Array(language.written.utf8)
    do throws(RegularExpression.Failure) {
      return try RegularExpression("^(?:\(pattern))$").occurrences(in: tag).first
        == 0..<tag.count
    } catch {
      throw InputError(message: "the languagepattern '\(pattern)' is wrong", line: line)
    }
  }
}

/// Collects the rules of an SRX file.
private final class SRXHandler: XMLHandler {
  private(set) var isSRX = false
  private(set) var cascades = false
  private(set) var rules: [String: [SegmentationRule]] = [:]
  private(set) var maps: [(pattern: String, name: String, line: Int)] = []
  /// The line of the tag that is being read.
  var place: () -> Int = { 0 }

  private var name: String?
  private var isBreak = true
  private var line = 0
  private var before = ""
  private var after = ""
  private var text: [UInt8]?

  func start(_ name: String, _ attributes: [Meta.Attribute]) throws(InputError) {
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    switch OfficeFile.local(name) {
    case "srx": isSRX = true
    case "header": cascades = value("cascade") == "yes"
    case "languagerule":
      let name = value("languagerulename") ?? ""
      self.name = name
      rules[name, default: []] += []
    case "rule":
      (isBreak, line, before, after) = (value("break") != "no", place(), "", "")
    case "beforebreak", "afterbreak": text = []
    case "languagemap":
      guard let pattern = value("languagepattern"), let name = value("languagerulename") else {
        throw InputError(message: "a languagemap needs languagepattern and languagerulename")
      }
      maps.append((pattern, name, place()))
    default: break
    }
  }

  func end(_ name: String) throws(InputError) {
    let content = text.map { String(decoding: $0, as: UTF8.self) } ?? ""
    switch OfficeFile.local(name) {
    case "beforebreak": (before, text) = (content, nil)
    case "afterbreak": (after, text) = (content, nil)
    case "rule":
      guard let name = self.name else {
        throw InputError(message: "a rule outside of a languagerule")
      }
      rules[name, default: []].append(
        SegmentationRule(isBreak: isBreak, before: before, after: after, line: line))
    case "languagerule": self.name = nil
    default: break
    }
  }

  func text(_ bytes: Span<UInt8>) throws(InputError) {
    guard text != nil else { return }
    for offset in bytes.indices { text?.append(bytes[offset]) }
  }

  func instruction(_ target: String, _ text: String) throws(InputError) {}

  func warn(_ message: String, kind: String) {}
}

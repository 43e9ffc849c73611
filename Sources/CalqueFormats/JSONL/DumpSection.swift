import CalqueInput
package import CalqueModel

/// A memory or glossary in a dump of a whole store.
///
/// A dump is JSON lines; the first line of each section begins with a member `header`, which holds
/// the description of the memory or glossary.
package struct DumpSection: Sendable {
  /// The number of the section in the dump, from 0.
  package let number: Int
  /// The description of the memory or glossary.
  package let resource: Resource

  /// The sections of a file; none if the file is no dump of a whole store.
  ///
  /// The file is read to its end.
  ///
  /// - Throws: `FormatError` if the file cannot be read, or a header is broken.
  package static func all(in path: String) throws(FormatError) -> [DumpSection] {
    // Standard input is read once, and a whole store is read once for each section.
    if path == "-" { return [] }
    do throws(InputError) { return try sections(path) } catch {
      throw FormatError(error, file: path)
    }
  }

  private static func sections(_ path: String) throws(InputError) -> [DumpSection] {
    let limits = InputLimits()
    let file = try OpenedFile(path: path, limits: limits, mayBeBlank: true)
    guard isDump(file.head) else { return [] }
    var lines = TextLines(
      try TextInput(file, encoding: nil, isWestern: false).source, limit: limits.unit)
    var found = [DumpSection]()
    while let line = try lines.next() {
      guard line.utf8.starts(with: opening.utf8) else { continue }
      guard let resource = JSONValue(line)?["header"].flatMap(Self.resource) else {
        throw lines.located(
          InputError(message: "a header of a memory or glossary was expected"),
          String(line.prefix(200)))
      }
      found.append(DumpSection(number: found.count, resource: resource))
    }
    return found
  }

  /// The beginning of a section's first line.
  static let opening = "{\"header\":"

  /// Whether a file begins as a dump of a whole store.
  static func isDump(_ head: [UInt8]) -> Bool { head.starts(with: opening.utf8) }

  // MARK: - The description

  /// Writes the members that describe a memory or glossary.
  static func write(_ resource: Resource, _ json: inout JSONText) {
    json.member("name", resource.name)
    json.member("priority", resource.priority)
    json.member("penalty", resource.penalty)
    json.member("readOnly", resource.isReadOnly)
    json.member("domain", resource.domain)
    json.member("shipped", resource.isShipped)
  }

  private static func resource(_ json: JSONValue) -> Resource? {
    guard let name = json["name"]?.text, !name.isEmpty,
      let kind = json["kind"]?.text.flatMap({ Resource.Kind(rawValue: $0) })
    else { return nil }
    func number(_ name: String) -> Int {
      if case .number(let number)? = json[name] { number } else { 0 }
    }
    func flag(_ name: String) -> Bool {
      if case .boolean(let flag)? = json[name] { flag } else { false }
    }
    return Resource(
      name: name, kind: kind,
      languages: (json["languages"]?.items ?? []).compactMap(\.text).map { LanguageTag($0) },
      priority: number("priority"), penalty: number("penalty"), isReadOnly: flag("readOnly"),
      domain: json["domain"]?.text, isShipped: flag("shipped"))
  }
}

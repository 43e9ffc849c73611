import CalqueModel
import CalqueStore
import Glibc

/// A folder that is gone when the test is over.
///
/// Foundation cannot stand in one module with the ICU that the text rules import.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/calque-store-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) } != nil
    }
    guard made else { throw SystemError(code: errno) }
    path = unsafe template.withUnsafeBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe String(cString: $0) } ?? ""
    }
  }

  deinit {
    for name in names { unsafe unlink(file(name)) }
    unsafe rmdir(path)
  }

  /// What stands in the folder, sorted.
  var names: [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names = [String]()
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  func file(_ name: String) -> String { path + "/" + name }
}

/// A call of the system that failed.
struct SystemError: Error {
  let code: Int32
}

/// The moment at which everything in a test happens.
let testMoment = Instant(seconds: 1_700_000_000)

/// A French and an English segment.
func pair(_ french: String, _ english: String, id: String? = nil) -> Unit {
  Unit(
    externalID: id, sourceLanguage: "fr",
    variants: [Variant(language: "fr", text: french), Variant(language: "en", text: english)])
}

/// A French and an English term.
func row(_ french: String, _ english: String, note: String? = nil) -> Concept {
  Concept(
    note: note, terms: [Term(language: "fr", text: french), Term(language: "en", text: english)])
}

extension Store {
  @discardableResult
  func load(_ units: [Unit], into name: String = "news") throws -> ImportCounts {
    try importing(ImportSource(kind: .memory, name: name), at: testMoment) { session in
      for unit in units { try session.add(unit) }
    }
  }

  @discardableResult
  func load(_ concepts: [Concept], into name: String = "terms") throws -> ImportCounts {
    try importing(ImportSource(kind: .glossary, name: name), at: testMoment) { session in
      for concept in concepts { try session.add(concept) }
    }
  }

  func everyUnit(of name: String = "news") throws -> [Unit] {
    var units = [Unit]()
    try forEachUnit(of: resource(.memory, named: name).id) { units.append($0.unit) }
    return units
  }

  func everyConcept(of name: String = "terms") throws -> [Concept] {
    var concepts = [Concept]()
    try forEachConcept(of: resource(.glossary, named: name).id) { concepts.append($0.concept) }
    return concepts
  }
}

extension TemporaryFolder {
  /// The bytes of a file.
  func bytes(of path: String) throws -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw SystemError(code: errno) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 4 << 20)
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe read(descriptor, $0.baseAddress, $0.count)
    }
    guard count >= 0 else { throw SystemError(code: errno) }
    return Array(bytes[..<count])
  }

  /// Makes a file of these bytes.
  func write(_ bytes: [UInt8], to name: String) throws {
    let descriptor = unsafe open(file(name), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw SystemError(code: errno) }
    defer { close(descriptor) }
    let count = unsafe bytes.withUnsafeBytes {
      unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    guard count == bytes.count else { throw SystemError(code: errno) }
  }
}

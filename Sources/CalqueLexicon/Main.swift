import CalqueMorphology
import CalqueSystem

/// Makes a lexicon of full forms from a Hunspell dictionary: `calque-lexicon AFF DIC LEXICON`.
///
/// `scripts/lexicon` finds the dictionary and calls this program; `make release`, `make test` and
/// `make install` call the script.
@main
struct Main {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 3 else {
      print("usage: calque-lexicon DICTIONARY.aff DICTIONARY.dic LEXICON")
      ProcessControl.exit(2)
    }
    do {
      var builder = LexiconBuilder()
      try builder.add(affixes: text(arguments[0]), words: text(arguments[1]))
      let bytes = try builder.file()
      let file = try AtomicFile(arguments[2])
      try file.write(bytes)
      try file.commit(synchronizesFolder: false)
    } catch {
      print("calque-lexicon: \(error)")
      ProcessControl.exit(1)
    }
  }

  private static func text(_ path: String) throws -> String {
    guard let bytes = try Files.read(path) else { throw Missing(path: path) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private struct Missing: Error, CustomStringConvertible {
    let path: String
    var description: String { "\(path): there is no such file" }
  }
}

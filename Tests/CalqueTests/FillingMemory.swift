import Calque
import CalqueFormats
import CalqueModel
import TestSupport
import Testing

/// A store with some sentences, from which files are filled.
struct FillingMemory {
  let folder: TemporaryFolder
  let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    workspace = try folder.workspace()
    let pair = try #require(LanguagePair("fr-en"))
    for (source, target) in [
      ("Le sommet s’ouvre.", "The summit <opens> & closes."), ("Un jour", "One day"),
      ("Les ministres arrivent à Paris.", "The ministers are arriving in Paris."),
      ("%d jours", "%d days"),
    ] { try workspace.add(source, target, pair: pair) }
    _ = try workspace.addTerm("sommet", "summit", pair: pair)
  }

  func fill(
    _ text: String, _ name: String, minimum: Int = 100
  ) throws -> (text: String, result: Pretranslation) {
    let path = try folder.write(text, to: name)
    let result = try workspace.pretranslate(
      path, options: PretranslateOptions(minimum: minimum, pair: LanguagePair("fr-en")))
    return (String(decoding: result.bytes, as: UTF8.self), result)
  }

  func first(_ units: String) -> String {
    """
    \u{FEFF}<?xml version='1.0'?>\r\n<!-- < not a tag > --><xliff version="1.2" \
    xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0">\r
    <file original='a' source-language="fr" target-language="en"><body>\r\n\(units)\r
    </body></file></xliff>\r\n
    """
  }
}

extension String {
  /// The parts between separators.
  func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}

import ArgumentParser
import Calque
import CalqueModel

/// The form in which `calque align` prints: that of sentences, or the one of words.
enum AlignedForm: Equatable {
  case sentences(AlignmentFormat)
  /// `0-0 1-2`: the places of linked words, a line a pair of lines.
  case pharaoh
}

extension AlignVerb {
  /// Prints the links between the words of two files, line by line.
  func alignWords() throws {
    if files.isEmpty, dir == nil, list == nil { return try linkMemories() }
    guard files.count == 2, dir == nil, list == nil, into == nil else {
      throw UsageError(
        "--words links the words of two files, line by line",
        remedy: "For example: calque align --words text.fr text.en")
    }
    let named = DocumentPair(source: files[0], target: files[1])
    guard let pair = try pair.pair ?? named.namedPair ?? wordPair() else {
      throw UsageError("the files' names do not tell their languages", remedy: "Say --pair fr-en.")
    }
    let (source, target) = (
      try LineWordAligner.lines(of: files[0]), try LineWordAligner.lines(of: files[1])
    )
    guard source.count == target.count else {
      throw UsageError(
        "\(files[0]) has \(Wording.count(source.count, "line")), \(files[1]) has \(target.count)",
        remedy: "Write each sentence and its translation on lines of the same number.")
    }
    let aligner = try wordAligner(pair)
    for line in aligner.links(source: source, target: target) {
      try Output.standard.line(line)
    }
  }

  /// Links the words of the store's memories, so that renderings come from all units.
  private func linkMemories() throws {
    let workspace = try store.open()
    let pair = try workspace.pair(named: pair.pair)
    let progress = Progress("words", total: 1_000)
    defer { progress.finish() }
    let units = try workspace.linkWords(pair: pair) { progress.advance(to: Int($0 * 1_000)) }
    progress.finish()
    Talk.line("The words of \(Wording.count(units, "unit")) are linked.")
    if units == 0 { throw ExitStatus.nothingFound }
  }

  private func wordPair() throws -> LanguagePair? {
    if let pair = try configuration().pair { return pair }
    return store.path == nil ? nil : try? store.open().pair(named: nil)
  }

  private func wordAligner(_ pair: LanguagePair) throws -> LineWordAligner {
    guard store.path != nil else { return LineWordAligner(pair: pair) }
    let workspace = try store.open()
    let progress = Progress("words", total: 1_000)
    defer { progress.finish() }
    return try workspace.wordAligner(pair: pair) { progress.advance(to: Int($0 * 1_000)) }
  }
}

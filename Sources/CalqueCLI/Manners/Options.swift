import ArgumentParser
import CalqueModel

/// `--store`.
struct StoreOption: ParsableArguments {
  @Option(name: .customLong("store"), help: "The store; else $CALQUE_STORE, calque.toml, …")
  var path: String?
}

/// `--pair`.
struct PairOption: ParsableArguments {
  @Option(
    name: .customLong("pair"), help: "Source and target language, e.g. fr-en.",
    transform: PairOption.parse)
  var pair: LanguagePair?

  private static func parse(_ text: String) throws -> LanguagePair {
    guard let pair = LanguagePair(text) else {
      throw UsageError("'\(text)' is not a language pair", remedy: "Write one as fr-en.")
    }
    return pair
  }
}

/// `--json`.
struct JSONFlag: ParsableArguments {
  @Flag(name: .customLong("json"), help: "Answer in JSON, one object a line.")
  var isOn = false
}

/// `--color`.
struct ColourOption: ParsableArguments {
  @Option(
    name: .customLong("color"),
    help: ArgumentHelp("Use colour: auto, always or never.", valueName: "when"))
  var choice: ColourChoice = .auto
}

import ArgumentParser

/// The options that choose a version or style of a format that is written.
struct DialectOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Write TMX 1.1, for old tools, or 1.4.", valueName: "version"))
  var tmxVersion: TMXVersion?

  @Option(
    name: .customLong("tbx"),
    help: ArgumentHelp(
      "The style of a new TBX file: version 3 Basic, DCT or Min, or version 2.", valueName: "style")
  )
  var tbxStyle: TBXStyle?

  @Option(help: ArgumentHelp("Write a new XLIFF file in version 1.2 or 2.0.", valueName: "version"))
  var xliffVersion: XLIFFVersion?

  /// `--xliff-version`.
  enum XLIFFVersion: String, ExpressibleByArgument, CaseIterable {
    case v12 = "1.2"
    case v20 = "2.0"
  }

  /// `--tmx-version`.
  enum TMXVersion: String, ExpressibleByArgument, CaseIterable {
    case v11 = "1.1"
    case v14 = "1.4"
  }

  /// `--tbx`.
  enum TBXStyle: String, ExpressibleByArgument, CaseIterable {
    case basic, dct, min
    case v2 = "2"
  }

  /// The version, as writers take it; nil for that of the file's header, or the newest.
  var version: String? { tmxVersion?.rawValue ?? tbxStyle?.rawValue ?? xliffVersion?.rawValue }
}

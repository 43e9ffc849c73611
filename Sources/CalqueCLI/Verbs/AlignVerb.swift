import ArgumentParser
import Calque
import CalqueModel
import CalqueSystem

/// `calque align`: a document and its translation, or a folder of them, sentence by sentence.
struct AlignVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align",
    abstract: "Join the sentences of documents and their translations.",
    discussion: """
      Example:
        calque align story.fr.txt story.en.txt
        calque align --dir archive --into news
        calque align --dir archive --pattern '{name}_{lang}.txt' -o aligned
        calque align --dir FR --with EN --pair fr-en --into news

      Plain text, HTML, Markdown, DOCX and ODT are read. With --with, the documents of two folders \
      are paired by what stands in them; those without a counterpart are named and left out.

      Without --into no store is needed; a store that --store or --into names teaches the aligner its \
      words. TSV holds source, target, confidence and kind; beads hold sentence numbers from 0. \
      Confidence runs from 0 to 1, and nothing is cut by it unless --min-confidence says so; into a \
      memory goes what reaches .6. A folder goes on past a bad document and ends with 2.
      """)

  @Argument(help: ArgumentHelp("The document and its translation.", valueName: "file"))
  var files: [String] = []

  @Option(help: ArgumentHelp("Align all documents of a folder.", valueName: "folder"))
  var dir: String?

  @Option(
    help: ArgumentHelp(
      "With --dir: the folder of the translations, paired by content.", valueName: "folder"))
  var with: String?

  @Option(
    help: ArgumentHelp("Align the pairs of this list: source, tab, target.", valueName: "file"))
  var list: String?

  @Option(help: ArgumentHelp("How the folder's files are named.", valueName: "pattern"))
  var pattern = DocumentPattern.usual

  @OptionGroup var pair: PairOption

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "The form of the output: \(Wording.choice(AlignmentFormat.all.map(\.name))).",
      valueName: "name"),
    transform: AlignVerb.format)
  var form: AlignedForm = .sentences(.tsv)

  /// The form of aligned sentences.
  var format: AlignmentFormat {
    if case .sentences(let format) = form { format } else { .tsv }
  }

  @Flag(help: "Link the words of two files, line by line; without files, those of the memories.")
  var words = false

  @Option(
    name: .customShort("o"),
    help: ArgumentHelp("The file to write, or with --dir the folder.", valueName: "path"))
  var output: String?

  @Option(help: ArgumentHelp("Store the units in this memory.", valueName: "name"))
  var into: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Leave out what is less sure, 0 to 1; with --into .6 unless you say.", valueName: "share"),
    transform: AlignVerb.confidence)
  var minConfidence: Double?

  @Flag(help: "Take each line for a sentence; blank lines count and align to nothing.")
  var presegmented = false

  @Option(
    help: ArgumentHelp(
      "Cut sentences by the rules of this file, in SRX 2.0.", valueName: "file"))
  var srx: String?

  @Option(
    help: ArgumentHelp(
      "Write a sheet in which you judge the pairs; with --into, read it back.",
      valueName: "sheet"))
  var review: String?

  @Flag(help: "Align anew what is not accepted in the sheet, and write the sheet again.")
  var realign = false

  @Flag(help: "In a new sheet, put the doubtful pairs first.")
  var doubtfulFirst = false

  @Flag(help: "Align for another program: a JSON request a line in, a JSON answer a line out.")
  var worker = false

  @Flag(help: "With --dir: pass over what an earlier run has written or stored.")
  var resume = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many documents to align at the same time.", valueName: "number"),
    transform: AlignVerb.jobs)
  var jobs = 1

  @OptionGroup var json: JSONFlag
  @OptionGroup var encoding: EncodingOption
  @OptionGroup var store: StoreOption

  private func check() throws {
    if worker {
      guard files.isEmpty, dir == nil, into == nil, output == nil else {
        throw UsageError(
          "--worker reads its documents from standard input and answers on standard output",
          remedy: "For example: calque align --worker --pair fr-en <requests.jsonl")
      }
      return
    }
    try checkReview()
    try checkPairing()
    if dir == nil, list == nil {
      guard files.count == 2 else {
        throw UsageError(
          files.isEmpty ? "no documents are given" : "a document and its translation are two files",
          remedy: "For example: calque align story.fr.txt story.en.txt")
      }
      if resume { throw UsageError("--resume is for a folder: --dir") }
    } else {
      guard files.isEmpty else {
        throw UsageError("either two files or --dir, not both")
      }
      if resume, into == nil, output == nil || output == "-" {
        throw UsageError(
          "--resume looks at what is written or stored", remedy: "Say where with -o or --into.")
      }
      if json.isOn, with == nil, output == nil, into == nil, review == nil {
        throw UsageError(
          "--json prints the summary where the documents go elsewhere",
          remedy: "Say where with -o, --into or --review.")
      }
      if format == .beads, output == nil || output == "-", into == nil {
        throw UsageError(
          "beads of many documents need a file each", remedy: "Name a folder with -o.")
      }
    }
  }

  mutating func run() throws {
    if let review, let into, FileStatus(review) != nil {
      return try readBack(review, into: into)
    }
    if words { return try alignWords() }
    guard form != .pharaoh else {
      throw UsageError("pharaoh is a form of linked words", remedy: "Say --words.")
    }
    try check()
    if worker {
      try work()
    } else if let dir, let with {
      try alignFolder(dir, with: with)
    } else if let dir {
      try alignFolder(dir)
    } else if let list {
      try alignList(list)
    } else {
      try alignFiles(DocumentPair(source: files[0], target: files[1]))
    }
  }

  private func work() throws {
    guard let pair = try pair.pair ?? configuration().pair else {
      throw UsageError("--worker needs the languages", remedy: "Say --pair fr-en.")
    }
    let aligner = try aligner(pair)
    try AlignWorker(worker: AlignmentWorker(aligner)).run()
  }

  // MARK: Two files

  private func alignFiles(_ named: DocumentPair) throws {
    guard let pair = try pair.pair ?? named.namedPair ?? configuration().pair else {
      throw UsageError(
        "the files' names do not tell their languages", remedy: "Say --pair fr-en.")
    }
    let files = try named.inOrder(of: pair)
    if files != named, let source = files.source {
      Talk.warning("\(source) is the source by the files' names: the pair is \(pair)")
    }
    if realign, let review { return try realign([files], in: review, pair) }
    var intake = try into.map { try memory(named: $0) }
    let document = try aligner(pair).align(files)
    for warning in document.warnings { Talk.warning(warning) }
    try intake?.add(document, from: files)
    intake?.finish()
    if let review {
      var sheet = ReviewSheet(pair: pair)
      sheet.add(document)
      try write(sheet, to: review)
    }
    if let output, output != "-" {
      try document.write(to: output, as: format, minConfidence: minConfidence ?? 0)
    } else if intake == nil && review == nil || output != nil {
      var writer = self.writer(pair)
      try writer.write(document)
      try writer.finish()
    }
    if let intake, let into { Talk.line(AlignPage.stored(intake, into: into)) }
  }

  // MARK: A folder

  private func alignFolder(_ dir: String) throws {
    let folder = try DocumentFolder(
      dir, pattern: DocumentPattern(pattern), pair: pair.pair, preferred: configuration().pair)
    if folder.isPairFound { Talk.line("\(dir): \(folder.pair), as its files are named") }
    if realign, let review { return try realign(folder.documents, in: review, folder.pair) }
    try alignAll(folder.documents, in: folder.pair, title: dir)
  }

  /// Aligns documents, and goes on past those that cannot be aligned.
  ///
  /// - Parameters:
  ///   - documents: the documents.
  ///   - pair: the two languages.
  ///   - title: the words before the progress bar.
  ///   - wasRefused: whether files were refused before.
  /// - Throws: `ExitStatus.refused` at the end if documents were refused; any error of the output.
  func alignAll(
    _ documents: [DocumentPair], in pair: LanguagePair, title: String, wasRefused: Bool = false
  ) throws {
    var alignment = BatchAlignment(try aligner(pair), documents: documents)
    (alignment.jobs, alignment.isResumed) = (jobs, resume)
    alignment.intake = try into.map { try memory(named: $0) }
    if let output, output != "-" {
      alignment.outputs = (try AlignmentFolder(output, format: format), minConfidence ?? 0)
    }
    try carryOut(&alignment, of: title, in: pair, wasRefused: wasRefused)
  }

  private func carryOut(
    _ alignment: inout BatchAlignment, of dir: String, in pair: LanguagePair, wasRefused: Bool
  ) throws {
    let isPrinted = output == "-" || output == nil && into == nil && review == nil
    var writer = isPrinted ? self.writer(pair) : nil
    var sheet = review.map { _ in ReviewSheet(pair: pair) }
    let progress = Progress(dir, total: alignment.documents.count)
    defer { progress.finish() }
    var isRefused = wasRefused
    let summary: AlignmentSummary
    do {
      summary = try alignment.run { event, summary in
        switch event {
        case .aligned(let document, _):
          for warning in document.warnings { Talk.warning(warning) }
          try writer?.write(document)
          sheet?.add(document)
        case .refused(_, let error):
          Talk.error("\(error)")
          isRefused = true
        }
        progress.advance(
          to: summary.seen + summary.doneBefore, detail: AlignPage.progress(of: summary))
      }
      try writer?.finish()
    } catch let error as OutputError where isRefused {
      throw error.keepingRefusal
    }
    progress.finish()
    if json.isOn, with == nil { try Output.standard.write(summary.json + "\n") }
    Talk.line(AlignPage.line(of: summary))
    if let review, let sheet { try write(sheet, to: review) }
    if let intake = alignment.intake, let into {
      Talk.line(AlignPage.stored(intake, into: into))
    }
    if isRefused { throw ExitStatus.refused }
  }

  // MARK: The aligner

  /// The aligner, which learns from the store that `--store` or `--into` chooses, if there is one.
  func aligner(_ pair: LanguagePair) throws -> DocumentAligner {
    var aligner =
      store.path != nil || into != nil
      ? try store.open().documentAligner(pair: pair, isPresegmented: presegmented)
      : DocumentAligner(pair: pair, isPresegmented: presegmented)
    aligner.encoding = encoding.name
    if let srx { aligner.segmentation = try SegmentationFile(srx, for: pair) }
    return aligner
  }

  // MARK: Destinations

  private func writer(_ pair: LanguagePair) -> AlignmentWriter {
    AlignmentWriter(
      format, pair: pair, minConfidence: minConfidence ?? 0, to: Output.standard.dataSink())
  }

  private func memory(named name: String) throws -> AlignmentIntake {
    AlignmentIntake(
      try store.open(for: .writing), into: name,
      minConfidence: minConfidence ?? AlignmentIntake.usualConfidence)
  }

  func configuration() throws -> Configuration {
    try Configuration.nearest(from: Surroundings.ofProcess.folder)
  }

  // MARK: Options

  private static func format(_ text: String) throws -> AlignedForm {
    if text == "pharaoh" { return .pharaoh }
    guard let format = AlignmentFormat(name: text) else {
      throw UsageError(
        "no format '\(text)' for alignments",
        remedy: "Known: \(AlignmentFormat.all.map(\.name).joined(separator: ", ")).")
    }
    return .sentences(format)
  }

  private static func confidence(_ text: String) throws -> Double {
    guard let share = Double(text), (0...1).contains(share) else {
      throw UsageError("'\(text)' is not a confidence", remedy: "Write one from 0 to 1.")
    }
    return share
  }

  private static func jobs(_ text: String) throws -> Int {
    guard let jobs = Int(text), (1...256).contains(jobs) else {
      throw UsageError("'\(text)' is not a number of jobs from 1 to 256")
    }
    return jobs
  }
}

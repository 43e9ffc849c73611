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
      are paired by what stands in them, and so are those of folders inside; those without a \
      counterpart are named and left out. Without --with, the folder itself is looked through.

      Without --into no store is needed; a store that --store or --into names teaches the aligner its \
      words. TSV holds source, target, confidence and kind; beads hold sentence numbers from 0. \
      Confidence runs from 0 to 1, and nothing is cut by it unless --min-confidence says so; into a \
      memory goes what reaches .6. A folder goes on past a bad document and ends with 2.

      A sheet for --review has a column for your decision on each pair: accept; reject; merge, on \
      rows that are neighbours and one pair; split, after you have put ‖ where both texts are cut. \
      Rows without a decision stay open.
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

  @Option(
    help: ArgumentHelp(
      "Write a page to open in a browser: the beads of two files side by side.",
      valueName: "file"))
  var html: String?

  @Flag(help: "Align for another program: a JSON request a line in, a JSON answer a line out.")
  var worker = false

  @Flag(
    help: "With --dir: pass over what an earlier run with the same options has written or stored.")
  var resume = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many documents to align at once; as many as there are processors unless you say.",
      valueName: "number"),
    transform: AlignVerb.jobs)
  var jobs = DocumentAligner.usualJobs

  @Option(
    help: ArgumentHelp(
      "The size of the documents that are aligned and stored together, in MB; 6 unless you say. A "
        + "run that is killed keeps whole batches.",
      valueName: "number"),
    transform: AlignVerb.batchSize)
  var batchSize = AlignmentBatch.size

  @OptionGroup var json: JSONFlag
  @OptionGroup var encoding: EncodingOption
  @OptionGroup var store: StoreOption

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
    let (pair, files) = try pair.languages(of: named)
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
    if let html {
      let page = AlignHTML(document: document)
      try PageFile.write(page.page, to: html)
      Talk.line("\(html): \(page.summary)")
    }
    let goesElsewhere = intake != nil || review != nil || html != nil
    let isPrinted = output == "-" || output == nil && !goesElsewhere
    if let output, output != "-" {
      try document.write(to: output, as: format, minConfidence: minConfidence ?? 0)
    }
    if json.isOn {
      var summary = AlignmentSummary()
      summary.add(document)
      try Output.standard.line(
        isPrinted ? document.json(minConfidence: minConfidence ?? 0) : summary.json)
    } else if isPrinted {
      var writer = self.writer(pair)
      try writer.write(document)
      try writer.finish()
    }
    if let intake, let into { Talk.line(AlignPage.stored(intake, into: into)) }
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

  func writer(_ pair: LanguagePair) -> AlignmentWriter {
    AlignmentWriter(
      format, pair: pair, minConfidence: minConfidence ?? 0, to: Output.standard.dataSink())
  }

  func memory(named name: String) throws -> AlignmentIntake {
    AlignmentIntake(
      try store.open(for: .writing), into: name,
      minConfidence: minConfidence ?? AlignmentIntake.usualConfidence)
  }

  func configuration() throws -> Configuration {
    try Configuration.nearest(from: Surroundings.ofProcess.folder)
  }
}

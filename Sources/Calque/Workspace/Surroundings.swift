import CalqueModel
import CalqueSystem

/// The surroundings of a command: its folder, its environment, its program.
///
/// The lexicons serve the whole process, and are named by `Workspace.useLexicons(in:)`.
public struct Surroundings: Sendable {
  /// The current folder, absolute.
  public var folder: String
  /// `$CALQUE_STORE`.
  public var store: String?
  /// The folder of the shipped glossaries, `$CALQUE_GLOSSARIES`; nil to look for it.
  public var glossaries: String?
  /// `$XDG_DATA_HOME`, or by the XDG rules `.local/share` in the home folder.
  public var dataHome: String?
  /// The running program, with links followed.
  public var executable: String?
  /// The user's name, by the environment.
  public var user: String?

  /// Describes surroundings; a value that is left out does not exist.
  public init(
    folder: String, store: String? = nil, glossaries: String? = nil, dataHome: String? = nil,
    executable: String? = nil, user: String? = nil
  ) {
    self.folder = folder
    self.store = store
    self.glossaries = glossaries
    self.dataHome = dataHome
    self.executable = executable
    self.user = user
  }

  /// The surroundings of this process.
  public static var ofProcess: Surroundings {
    Surroundings(
      folder: Files.resolved(".") ?? ".", store: Environment["CALQUE_STORE"],
      glossaries: Environment["CALQUE_GLOSSARIES"],
      dataHome: Environment["XDG_DATA_HOME"]
        ?? Environment["HOME"].map { Paths.join($0, ".local/share") },
      executable: ProcessControl.executable, user: userName)
  }

  /// The user's name, by the environment.
  static var userName: String? { Environment["LOGNAME"] ?? Environment["USER"] }

  /// The folder of the shipped glossaries.
  ///
  /// The folder is `$CALQUE_GLOSSARIES`. Otherwise it is `../share/calque/glossaries` beside an
  /// installed program, or `glossaries/` in a folder above the program in a checkout. If none of
  /// these exists, the result is the place beside an installed program.
  public var glossaryFolder: String? {
    if let glossaries { return glossaries }
    guard let executable else { return nil }
    let installed = Paths.join(
      Paths.folder(of: Paths.folder(of: executable)), "share/calque/glossaries")
    var places = [installed]
    var folder = Paths.folder(of: executable)
    while Paths.folder(of: folder) != folder, folder != "." {
      places.append(Paths.join(folder, "glossaries"))
      folder = Paths.folder(of: folder)
    }
    return places.first(where: Self.holdsGlossaries) ?? installed
  }

  /// Whether a folder has tables of terms; a folder of that name may have other content.
  private static func holdsGlossaries(_ folder: String) -> Bool {
    Files.names(in: folder)?.contains { $0.hasSuffix(".tsv") } ?? false
  }
}

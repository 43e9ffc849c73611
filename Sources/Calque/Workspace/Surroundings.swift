import CalqueModel
import CalqueSystem

/// What a command stands in: its folder, its environment, its own place.
public struct Surroundings: Sendable {
  /// The current folder, absolute.
  public var folder: String
  /// `$CALQUE_STORE`.
  public var store: String?
  /// `$CALQUE_GLOSSARIES`.
  public var glossaries: String?
  /// `$XDG_DATA_HOME`, else `.local/share` in the home folder, as the XDG rules say.
  public var dataHome: String?
  /// The running program, links resolved.
  public var executable: String?
  /// Who works here, as the system knows them.
  public var user: String?

  /// Describes surroundings; what is not named is not there.
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

  /// Those of this process.
  public static var ofProcess: Surroundings {
    Surroundings(
      folder: Files.resolved(".") ?? ".", store: Environment["CALQUE_STORE"],
      glossaries: Environment["CALQUE_GLOSSARIES"],
      dataHome: Environment["XDG_DATA_HOME"]
        ?? Environment["HOME"].map { Paths.join($0, ".local/share") },
      executable: ProcessControl.executable, user: userName)
  }

  /// The user's name by the environment.
  static var userName: String? { Environment["LOGNAME"] ?? Environment["USER"] }

  /// Where the shipped glossaries lie.
  ///
  /// `$CALQUE_GLOSSARIES`, else `../share/calque/glossaries` beside the program, as it is installed,
  /// else `glossaries/` in a folder above it, as in a checkout. Where nothing is there, the installed
  /// place is named.
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

  /// Whether a folder holds tables of terms; a folder of that name may be anything.
  private static func holdsGlossaries(_ folder: String) -> Bool {
    Files.names(in: folder)?.contains { $0.hasSuffix(".tsv") } ?? false
  }
}

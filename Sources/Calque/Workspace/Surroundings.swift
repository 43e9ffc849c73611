import CalqueModel
import CalqueSystem
import Glibc

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

  /// Describes surroundings; what is not named is not there.
  public init(
    folder: String, store: String? = nil, glossaries: String? = nil, dataHome: String? = nil,
    executable: String? = nil
  ) {
    self.folder = folder
    self.store = store
    self.glossaries = glossaries
    self.dataHome = dataHome
    self.executable = executable
  }

  /// Those of this process.
  public static var ofProcess: Surroundings {
    Surroundings(
      folder: Files.resolved(".") ?? ".", store: variable("CALQUE_STORE"),
      glossaries: variable("CALQUE_GLOSSARIES"),
      dataHome: variable("XDG_DATA_HOME")
        ?? variable("HOME").map { Paths.join($0, ".local/share") },
      executable: Files.resolved("/proc/self/exe"))
  }

  /// Where the shipped glossaries lie.
  public var glossaryFolder: String? {
    glossaries
      ?? executable.map {
        Paths.join(Paths.folder(of: Paths.folder(of: $0)), "share/calque/glossaries")
      }
  }

  private static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name), unsafe value.pointee != 0 else { return nil }
    return unsafe text(value)
  }

  private static func text(_ bytes: UnsafePointer<CChar>) -> String {
    unsafe PathText.decoding(
      UnsafeBufferPointer(start: bytes, count: strlen(bytes)).map { UInt8(bitPattern: $0) })
  }
}

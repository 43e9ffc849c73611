import CalqueFormats
import CalqueSystem

/// The name of a file to write.
enum OutputName {
  /// Refuses a name that promises a format which is read and not written.
  static func check(_ path: String) throws(WorkspaceError) {
    let suffix = Paths.suffix(of: path)
    guard let format = FormatRegistry.all.first(where: { $0.readOnlySuffixes.contains(suffix) })
    else { return }
    let usual = format.suffixes.first ?? format.format.rawValue
    throw .usage(
      "\(path): \(suffix.uppercased()) is read and not written",
      remedy: "write \(format.title) instead: -o \(path.dropLast(suffix.count))\(usual)")
  }
}

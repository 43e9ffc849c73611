/// A place in a file, for errors and warnings.
public struct SourcePlace: Hashable, Sendable {
  /// The file as the user named it; `-` for standard input.
  public var file: String
  /// The line, from 1; 0 if unknown.
  public var line: Int
  /// The column in Unicode scalars, from 1; 0 if unknown.
  public var column: Int

  /// Makes a place.
  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension SourcePlace: CustomStringConvertible {
  /// The place as `file:line:column`, without unknown parts.
  public var description: String {
    if line == 0 { return file }
    return column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
  }
}

import CalqueIndex
import CalqueMatch
import CalqueText
import TestSupport

extension LivePart {
  /// An index of a memory in several parts, each with its share of the segments.
  ///
  /// - Parameters:
  ///   - count: the number of parts.
  ///   - memory: the segments.
  ///   - gone: the places of the segments that are deleted again.
  ///   - folder: the folder of the parts' files.
  /// - Returns: the parts.
  /// - Throws: the errors of writing and reading them.
  static func parts(
    _ count: Int, of memory: [MemorySegment], without gone: Set<Int>, in folder: TemporaryFolder
  ) throws -> [LivePart] {
    var parts = try (0..<count).map { part in
      var builder = PartBuilder(language: .french)
      for (number, segment) in memory.enumerated() where number % count == part {
        try builder.add(segment)
      }
      let path = folder.path + "/fr-\(part).part"
      _ = try builder.write(to: path)
      let written = try IndexPart(path: path)
      try written.verify()
      return LivePart(written)
    }
    for number in gone {
      for place in parts.indices {
        parts[place].remove(parts[place].part.units(holding: [memory[number].variant]))
      }
    }
    return parts
  }
}

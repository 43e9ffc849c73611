import Synchronization

extension LinkFile {
  /// Reads ahead what the votes of units need.
  ///
  /// Units lie all over the file. Each step is taken for all units before the next, so that their loads
  /// wait for memory together.
  ///
  /// - Parameters:
  ///   - units: the places of the units in the file.
  ///   - side: the side whose words are needed.
  func touch(_ units: [Int], _ side: Side) {
    var sum: UInt64 = 0
    for unit in units {
      sum &+= UInt64(side.starts[unit]) &+ UInt64(linkStarts[unit])
      sum &+= UInt64(bitPattern: resources[unit] ^ self.units[unit])
    }
    for unit in units {
      let (start, links) = (Int(side.starts[unit]), Int(linkStarts[unit]))
      sum &+= UInt64(side.forms[start]) &+ UInt64(side.forms[start + 16])
      sum &+= UInt64(self.links[links])
    }
    touched.store(sum, ordering: .relaxed)
  }
}

/// What was read ahead; nobody asks for it, but without it the loads would be left out.
private let touched = Atomic<UInt64>(0)

import CalqueInput
import CalqueModel

/// An XML document whose parsing can go on behind a break.
///
/// What follows the break is parsed as a document of its own, inside the start tags of the elements
/// that were open around the break. Offsets and places are those of the whole file.
final class ResumedDocument {
  private let source: ResumableSource
  private let limits: InputLimits
  private unowned let handler: any ResumableHandler
  private var document: XMLDocument
  /// The offset in the file of the first byte of the document that is parsed.
  private var start = 0
  /// The offset at which the parsing went on last.
  private var resumed = 0
  private var shift = PlaceShift()

  init(_ source: any ByteSource, handler: any ResumableHandler, limits: InputLimits) {
    self.source = ResumableSource(source)
    self.limits = limits
    self.handler = handler
    document = XMLDocument(self.source, handler: handler, limits: limits)
    handler.document = self
  }

  /// Parses the next chunk; false after the end of the document.
  ///
  /// - Throws: `InputError` with the place in the file if the document is broken.
  func parseNext() throws(InputError) -> Bool {
    do throws(InputError) { return try document.parseNext() } catch {
      var error = error
      (error.line, error.column) = shift.place((error.line, error.column))
      throw error
    }
  }

  /// The offset behind what was parsed.
  var offset: Int { start + document.offset }
  /// The line and column of the parser's position.
  var place: (line: Int, column: Int) { shift.place(document.place) }
  /// The offset of the `<` of the last tag that was read.
  var tagOffset: Int { start + document.tagOffset }
  /// The line and column at which the last tag that was read begins.
  var tagPlace: (line: Int, column: Int) { shift.place(document.tagPlace) }

  /// The bytes between two offsets, as text; nil if they were let go.
  func text(in range: Range<Int>) -> String? { source.text(in: range) }

  /// Lets go of the bytes before an offset.
  func forget(before offset: Int) { source.forget(before: offset) }

  /// Goes on behind the break that ended the parsing.
  ///
  /// - Returns: false if there is nothing at which reading can go on.
  func resume() -> Bool {
    let held = handler.surroundings
    // A break in a unit is behind the unit's tag; the next unit may be in it, if its end is missing.
    let failure = start + (document.failureOffset ?? 0)
    let from = max(handler.unitOffset ?? failure, resumed) + 1
    let next = source.seek(from: from, limit: limits.unit) { name, isEnd in
      isEnd ? held.holds(name) : handler.boundaries[name.local] != nil
    }
    guard let next else { return false }
    resumed = next.offset
    var surroundings = held
    if next.isEnd {
      surroundings.close(toInside: next.name)
    } else if let depth = handler.boundaries[next.name.local], let depth {
      surroundings.close(to: depth)
    }
    let opening = surroundings.opening
    surroundings.replay()
    handler.goOn(in: surroundings)
    shift.beginning = next
    start = next.offset - opening.utf8.count
    document = XMLDocument(
      JoinedSource(Array(opening.utf8), source), handler: handler, limits: limits)
    return true
  }
}

/// A handler of a document that can be read on behind a break.
protocol ResumableHandler: XMLHandler {
  /// The document that is parsed.
  var document: ResumedDocument? { get set }
  /// The offset of the unit that is being read; nil outside of units.
  var unitOffset: Int? { get }
  /// The open elements outside of units.
  var surroundings: Surroundings { get }
  /// The local names of the elements at which reading can go on; for those around units, the number
  /// of elements that are open around each.
  var boundaries: [String: Int?] { get }
  /// Forgets the unit that is being read; the start tags of the surroundings come again.
  func goOn(in surroundings: Surroundings)
}

/// The open elements outside of units, the root first.
struct Surroundings {
  private var open: [(name: String, attributes: [Meta.Attribute])] = []
  /// How many start tags come again, because the parsing goes on behind a break.
  private var replayed = 0

  /// Whether an element is open, by its name as written.
  func holds(_ name: String) -> Bool { open.contains { $0.name == name } }

  /// Begins an element; true if it is open already and only comes again.
  mutating func start(_ name: String, _ attributes: [Meta.Attribute]) -> Bool {
    if replayed > 0 {
      replayed -= 1
      return true
    }
    open.append((name, attributes))
    return false
  }

  /// Ends the innermost element.
  mutating func end() { _ = open.popLast() }

  /// Ends elements until a number of them is open.
  mutating func close(to count: Int) { open.removeLast(max(0, open.count - count)) }

  /// Ends elements until the innermost one has a name.
  mutating func close(toInside name: String) {
    if let place = open.lastIndex(where: { $0.name == name }) { close(to: place + 1) }
  }

  /// Expects all start tags to come again.
  mutating func replay() { replayed = open.count }

  /// The start tags, on a line of their own.
  var opening: String {
    var bytes = [UInt8]()
    for element in open {
      bytes += "<\(element.name)".utf8
      for attribute in element.attributes { XMLText.append(attribute, to: &bytes) }
      bytes.append(UInt8(ascii: ">"))
    }
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }
}

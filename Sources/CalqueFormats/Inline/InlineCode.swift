import CalqueInput
import CalqueModel

/// An inline code of TMX or XLIFF, in words that both have.
struct InlineCode {
  enum Kind {
    /// Opens or closes a stretch of text.
    case open, close
    /// Stands alone: a line break, an image.
    case alone
    /// The half of a pair whose other half is in another segment.
    case lonelyOpen, lonelyClose
    /// Opens or closes a stretch that is marked and not formatted.
    case mark, markEnd
  }

  var kind: Kind
  /// What ties the two halves of a pair, within a segment.
  var pair = ""
  /// What ties a code to the same code in the translation.
  var id = ""
  /// The type: `bold`, `lb`.
  var type = ""
  /// The native code as XML.
  var native = ""
}

/// A segment's inner XML as a sequence of texts and codes.
struct InlineCodeList {
  enum Part {
    /// Text as XML.
    case text(String)
    case code(InlineCode)
  }

  private(set) var parts: [Part] = []
  /// What no other format has of the codes, by name.
  private(set) var losses: [String] = []
  private let markup: Markup

  /// Reads a segment's inner XML; nil if it holds elements that are no codes of TMX or XLIFF.
  init?(_ codes: String) {
    markup = Markup(text: Array("<seg>\(codes)</seg>".utf8))
    var root: MarkupNode?
    markup.visit(whole: { _ in true }) { node, _ in root = node }
    guard let root, read(root) else { return nil }
    isolate()
  }

  private func value(_ names: [String], _ node: MarkupNode) -> String {
    names.lazy.compactMap { markup.value($0, node) }.first ?? ""
  }

  private mutating func add(_ text: Range<Int>) {
    if !text.isEmpty { parts.append(.text(markup.written(text))) }
  }

  private mutating func read(_ node: MarkupNode) -> Bool {
    var place = node.inner.lowerBound
    for child in node.children {
      add(place..<child.outer.lowerBound)
      guard readCode(child) else { return false }
      place = child.outer.upperBound
    }
    add(place..<node.inner.upperBound)
    return true
  }

  private mutating func readCode(_ node: MarkupNode) -> Bool {
    let id = value(["x", "id"], node)
    var code = InlineCode(
      kind: .alone, pair: value(["i", "rid", "startRef", "id"], node), id: id,
      type: Self.type(value(["ctype", "type", "mtype"], node)))
    note(node)
    if ["bpt", "ept", "ph", "it", "ut"].contains(node.name.local) {
      code.native = markup.written(node.inner)
    }
    switch node.name.local {
    case "bpt", "bx", "sc":
      code.kind = markup.value("isolated", node) == "yes" ? .lonelyOpen : .open
    case "ept", "ex", "ec":
      code.kind = markup.value("isolated", node) == "yes" ? .lonelyClose : .close
    case "ph", "x": break
    case "ut": code.type = "ut"
    case "it":
      code.kind = ["begin", "open"].contains(value(["pos"], node)) ? .lonelyOpen : .lonelyClose
    case "g", "pc", "hi", "mrk":
      let isMark = ["hi", "mrk"].contains(node.name.local)
      if isMark { code.id = value(["x", "mid", "id"], node) }
      code.pair = "\(node.outer.lowerBound) \(code.pair)"
      code.kind = isMark ? .mark : .open
      parts.append(.code(code))
      guard read(node) else { return false }
      code.kind = isMark ? .markEnd : .close
    default: return false
    }
    parts.append(.code(code))
    return true
  }

  /// XLIFF marks types of its users by `x-`.
  private static func type(_ written: String) -> String {
    written.hasPrefix("x-") ? String(written.dropFirst(2)) : written
  }

  private static let carried: Set<String> = [
    "i", "x", "id", "rid", "startRef", "type", "ctype", "mtype", "mid", "pos", "isolated",
  ]

  /// Notes the attributes that are not carried over, and texts inside of native code.
  private mutating func note(_ node: MarkupNode) {
    losses += markup.attributes(node).map { $0.name }.filter { !Self.carried.contains($0) }
    losses += node.children.filter { $0.name.local == "sub" }.map { _ in "sub" }
  }

  /// Halves whose other half is missing stand for themselves.
  private mutating func isolate() {
    var open: [String: Int] = [:]
    for place in parts.indices {
      guard case .code(let code) = parts[place] else { continue }
      switch code.kind {
      case .open:
        if let before = open.updateValue(place, forKey: code.pair) { change(before, .lonelyOpen) }
      case .close:
        if open.removeValue(forKey: code.pair) == nil { change(place, .lonelyClose) }
      default: break
      }
    }
    for place in open.values { change(place, .lonelyOpen) }
  }

  private mutating func change(_ place: Int, _ kind: InlineCode.Kind) {
    guard case .code(var code) = parts[place] else { return }
    code.kind = kind
    parts[place] = .code(code)
  }

  /// The same without native code.
  var withoutNative: InlineCodeList {
    var list = self
    for place in parts.indices {
      guard case .code(var code) = parts[place] else { continue }
      code.native = ""
      list.parts[place] = .code(code)
    }
    return list
  }

  /// Whether each pair ends before the pair around it does, so that elements can stand for them.
  var isNested: Bool {
    var open = [String]()
    for case .code(let code) in parts {
      switch code.kind {
      case .open, .mark: open.append(code.pair)
      case .close, .markEnd: if open.popLast() != code.pair { return false }
      default: break
      }
    }
    return open.isEmpty
  }
}

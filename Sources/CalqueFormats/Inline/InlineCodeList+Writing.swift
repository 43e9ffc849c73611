import CalqueInput
import CalqueModel

extension InlineCodeList {
  /// The segment with the codes of TMX 1.4.
  func tmx() -> String {
    var numbers = Numbers()
    return written { code in
      let attributes = [("x", code.id), ("type", code.type)]
      switch code.kind {
      case .open:
        return Self.element("bpt", [("i", numbers.number(of: code.pair))] + attributes, code.native)
      case .close:
        return Self.element("ept", [("i", numbers.number(of: code.pair))], code.native)
      case .alone: return Self.element("ph", attributes, code.native)
      case .lonelyOpen: return Self.element("it", [("pos", "begin")] + attributes, code.native)
      case .lonelyClose: return Self.element("it", [("pos", "end")] + attributes, code.native)
      case .mark: return Self.start("hi", attributes) + ">"
      case .markEnd: return "</hi>"
      }
    }
  }

  /// The segment with the codes of XLIFF 1.2.
  func xliff1() -> String {
    var numbers = Numbers()
    let hasElements = isNested && isWithoutNative
    return written { code in
      let id = ("id", numbers.id(of: code))
      let type = ("ctype", Self.ctype(code.type))
      switch code.kind {
      case .open:
        return hasElements
          ? Self.start("g", [id, type]) + ">" : Self.element("bpt", [id, type], code.native)
      case .close: return hasElements ? "</g>" : Self.element("ept", [id], code.native)
      case .alone:
        return Self.element(code.native.isEmpty ? "x" : "ph", [id, type], code.native)
      case .lonelyOpen: return Self.element("it", [id, ("pos", "open"), type], code.native)
      case .lonelyClose: return Self.element("it", [id, ("pos", "close"), type], code.native)
      case .mark:
        let type = code.type.isEmpty ? "x-hi" : "x-" + code.type
        return Self.start("mrk", [("mtype", type), ("mid", code.id)]) + ">"
      case .markEnd: return "</mrk>"
      }
    }
  }

  /// The segment with the codes of XLIFF 2.
  ///
  /// The native code goes into data of the unit: `data` are those so far, to which new ones are
  /// added.
  func xliff2(_ data: inout [String]) -> String {
    var numbers = Numbers()
    var found = data
    defer { data = found }
    func reference(_ native: String) -> String {
      // Data holds text alone.
      let native = Self.withoutTags(native)
      if native.isEmpty { return "" }
      if !found.contains(native) { found.append(native) }
      return "d\((found.firstIndex(of: native) ?? 0) + 1)"
    }
    return written { code in
      let id = numbers.id(of: code)
      let type = code.type.isEmpty ? [] : [("type", "other"), ("subType", "calque:\(code.type)")]
      let data = ("dataRef", reference(code.native))
      switch code.kind {
      case .open: return Self.element("sc", [("id", id), data] + type, "")
      case .close: return Self.element("ec", [("startRef", id), data], "")
      case .alone: return Self.element("ph", [("id", id), data] + type, "")
      case .lonelyOpen:
        return Self.element("sc", [("id", id), ("isolated", "yes"), data] + type, "")
      case .lonelyClose:
        return Self.element("ec", [("id", id), ("isolated", "yes"), data] + type, "")
      case .mark:
        let type = code.type.isEmpty ? "hi" : code.type
        return Self.start("mrk", [("id", id), ("type", "calque:\(type)")]) + ">"
      case .markEnd: return "</mrk>"
      }
    }
  }

  private func written(_ write: (InlineCode) -> String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .code(let code): write(code)
      }
    }.joined()
  }

  private var isWithoutNative: Bool {
    parts.allSatisfy { part in
      if case .code(let code) = part, [.open, .close].contains(code.kind) {
        code.native.isEmpty
      } else {
        true
      }
    }
  }

  private static func withoutTags(_ xml: String) -> String {
    var isInTag = false
    let kept = xml.utf8.filter { byte in
      if byte == UInt8(ascii: "<") { isInTag = true }
      defer { if byte == UInt8(ascii: ">") { isInTag = false } }
      return !isInTag
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private static func start(_ name: String, _ attributes: [(String, String)]) -> String {
    var bytes = Array("<\(name)".utf8)
    for (name, value) in attributes where !value.isEmpty {
      XMLText.append(name, value, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func element(
    _ name: String, _ attributes: [(String, String)], _ native: String
  ) -> String {
    start(name, attributes) + (native.isEmpty ? "/>" : ">\(native)</\(name)>")
  }

  // XLIFF 1.2, section 2.3: other types are marked by `x-`.
  private static let ctypes: Set<String> = [
    "bold", "italic", "underlined", "link", "image", "pb", "lb",
  ]

  private static func ctype(_ type: String) -> String {
    type.isEmpty || ctypes.contains(type) ? type : "x-" + type
  }
}

/// Numbers and ids for codes, each once in a segment.
private struct Numbers {
  private var numbers: [String: Int] = [:]
  private var ids: [String: String] = [:]
  private var taken: Set<String> = []

  /// The number of a pair, from 1.
  mutating func number(of pair: String) -> String {
    let number = numbers[pair] ?? numbers.count + 1
    numbers[pair] = number
    return String(number)
  }

  /// The id of a code: its own, unless another code has it; both halves of a pair have one.
  mutating func id(of code: InlineCode) -> String {
    let isPair = [.open, .close, .mark, .markEnd].contains(code.kind)
    if isPair, let id = ids[code.pair] { return id }
    var id = code.id.isEmpty ? code.pair : code.id
    let isName = id.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        true
      default: false
      }
    }
    if id.isEmpty || !isName { id = "c1" }
    var number = 1
    while !taken.insert(id).inserted {
      number += 1
      id = "c\(number)"
    }
    if isPair { ids[code.pair] = id }
    return id
  }
}

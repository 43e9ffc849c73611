import CalqueModel

/// A unit or a concept, as `JSONLWriter` writes it.
enum JSONLEntry {
  case unit(TranslationUnit)
  case concept(Concept)

  /// The reason why a line is no entry.
  struct Fault: Error {
    let message: String
  }

  /// Reads an object; members that are not known are ignored, absent ones have their neutral value.
  init(_ json: JSONValue) throws(Fault) {
    if let unit = json["unit"] {
      self = .unit(try Self.unit(unit))
    } else if let concept = json["concept"] {
      self = .concept(try Self.concept(concept))
    } else {
      throw Fault(message: "an object with \"unit\" or \"concept\" was expected")
    }
  }

  private static func unit(_ json: JSONValue) throws(Fault) -> TranslationUnit {
    var unit = TranslationUnit(variants: [])
    unit.externalID = try text("id", json)
    unit.sourceLanguage = try text("source", json).map { LanguageTag($0) }
    if let name = try text("status", json) {
      guard let status = UnitStatus(name: name) else {
        throw Fault(message: "'\(name)' is no status of a unit")
      }
      unit.status = status
    }
    unit.created = try date("created", json)
    unit.createdBy = try text("createdBy", json)
    unit.changed = try date("changed", json)
    unit.changedBy = try text("changedBy", json)
    unit.origin = try text("origin", json)
    if case .number(let uses)? = json["uses"] { unit.useCount = uses }
    unit.meta = try meta(json)
    for item in try list("variants", json) {
      guard let language = try text("lang", item), !language.isEmpty else {
        throw Fault(message: "a text without \"lang\"")
      }
      var variant = Variant(language: LanguageTag(language), text: "")
      variant.meta = try meta(item)
      if let text = try text("text", item) {
        variant.text = text
      } else if !variant.isWithoutSegment {
        variant.meta.attributes.append(Meta.Attribute(name: Meta.noSegment, value: ""))
      }
      variant.codes = try text("codes", item)
      unit.variants.append(variant)
    }
    return unit
  }

  private static func concept(_ json: JSONValue) throws(Fault) -> Concept {
    var concept = Concept(terms: [])
    concept.externalID = try text("id", json)
    concept.domains = try list("domains", json).compactMap(\.text)
    concept.definition = try text("definition", json)
    concept.note = try text("note", json)
    concept.meta = try meta(json)
    for section in try list("languages", json) {
      guard let language = try text("lang", section), !language.isEmpty else {
        throw Fault(message: "terms without \"lang\"")
      }
      for item in try list("terms", section) {
        concept.terms.append(try term(item, language))
      }
    }
    let order = try list("order", json).compactMap { item -> Int? in
      if case .number(let place) = item { place } else { nil }
    }
    if order.sorted() == Array(concept.terms.indices) {
      concept.terms = order.map { concept.terms[$0] }
    }
    return concept
  }

  private static func term(_ json: JSONValue, _ language: String) throws(Fault) -> Term {
    guard let written = try text("text", json) else {
      throw Fault(message: "a term without \"text\"")
    }
    var term = Term(language: LanguageTag(try text("lang", json) ?? language), text: written)
    if let name = try text("status", json) {
      guard let status = TermStatus(name: name) else {
        throw Fault(message: "'\(name)' is no status of a term")
      }
      term.status = status
    }
    for name in try list("flags", json).compactMap(\.text) {
      guard let flag = TermFlags(name: name) else { throw Fault(message: "'\(name)' is no flag") }
      term.flags.insert(flag)
    }
    if let time = try text("valid", json) {
      guard let validity = Validity(time) else {
        throw Fault(message: "'\(time)' is no time from..to")
      }
      term.validity = validity
    }
    if let name = try text("type", json) {
      guard let type = TermType(rawValue: name) else {
        throw Fault(message: "'\(name)' is no type of a term")
      }
      term.type = type
    }
    term.rawStatus = try text("rawStatus", json)
    term.partOfSpeech = try text("partOfSpeech", json)
    term.gender = try text("gender", json)
    term.number = try text("number", json)
    term.register = try text("register", json)
    term.region = try text("region", json)
    term.example = try text("example", json)
    term.note = try text("note", json)
    term.source = try text("source", json)
    term.meta = try meta(json)
    return term
  }

  private static func meta(_ json: JSONValue) throws(Fault) -> Meta {
    var meta = Meta()
    guard let members = json["meta"] else { return meta }
    meta.attributes = try attributes(members)
    for item in try list("notes", members) {
      meta.notes.append(Meta.Note(try text("text", item) ?? "", attributes: try attributes(item)))
    }
    for item in try list("properties", members) {
      meta.properties.append(
        Meta.Property(
          type: try text("type", item) ?? "", value: try text("value", item) ?? "",
          attributes: try attributes(item)))
    }
    meta.elements = try list("elements", members).compactMap(\.text)
    return meta
  }

  /// The attributes of an object: an object, or pairs where a name comes twice.
  private static func attributes(_ json: JSONValue) throws(Fault) -> [Meta.Attribute] {
    switch json["attributes"] {
    case nil: return []
    case .object(let members)?:
      return members.compactMap { member in
        member.value.text.map { Meta.Attribute(name: member.name, value: $0) }
      }
    case .array(let pairs)?:
      return pairs.compactMap { pair in
        guard let parts = pair.items, parts.count == 2, let name = parts[0].text,
          let value = parts[1].text
        else { return nil }
        return Meta.Attribute(name: name, value: value)
      }
    default: throw Fault(message: "\"attributes\" is no object")
    }
  }

  // MARK: - Members

  /// The text of a member; nil if the member is absent or null.
  private static func text(_ name: String, _ json: JSONValue) throws(Fault) -> String? {
    switch json[name] {
    case nil, .null?: return nil
    case .string(let text)?:
      // A database and most files cannot hold it.
      guard !text.utf8.contains(0) else { throw Fault(message: "\"\(name)\" holds U+0000") }
      return text
    default: throw Fault(message: "\"\(name)\" is no text")
    }
  }

  private static func date(_ name: String, _ json: JSONValue) throws(Fault) -> Instant? {
    guard let written = try text(name, json) else { return nil }
    guard let date = Instant(written) else { throw Fault(message: "'\(written)' is no date") }
    return date
  }

  private static func list(_ name: String, _ json: JSONValue) throws(Fault) -> [JSONValue] {
    switch json[name] {
    case nil, .null?: return []
    case .array(let items)?: return items
    default: throw Fault(message: "\"\(name)\" is no list")
    }
  }
}

extension JSONValue {
  /// The text of a string; nil for other values.
  var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The items of a list; nil for other values.
  var items: [JSONValue]? { if case .array(let items) = self { items } else { nil } }
}

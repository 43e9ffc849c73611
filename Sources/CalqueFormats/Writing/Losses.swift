import CalqueModel

extension Output {
  /// Counts the data of a unit beside its texts, except the names for which `isWritten` is true.
  mutating func lose(_ unit: TranslationUnit, except isWritten: (String) -> Bool) {
    let named: [(String, Bool)] = [
      ("tuid", unit.externalID != nil), ("creationdate", unit.created != nil),
      ("creationid", unit.createdBy != nil), ("changedate", unit.changed != nil),
      ("changeid", unit.changedBy != nil), ("usagecount", unit.useCount != nil),
      ("status", unit.status != .translated), ("origin", unit.origin != nil),
    ]
    for (name, isThere) in named where isThere && !isWritten(name) { lose(name) }
    lose(unit.meta, except: isWritten)
  }

  /// Counts the data of a variant beside its plain text.
  mutating func lose(_ variant: Variant) {
    lose(variant.meta) { [Meta.noSegment, "lang", "xml:lang"].contains($0) }
    if let codes = variant.codes { lose(elementsOf: codes) }
  }

  /// Counts the elements of a segment's inner XML by their names.
  mutating func lose(elementsOf codes: String) {
    for (name, count) in InlineCodes.elements(of: codes) { lose(name, count) }
  }

  /// The codes of a segment's inner XML in words that all formats have, with what has no such word
  /// counted; nil if it has elements that are no codes.
  mutating func commonCodes(_ codes: String) -> InlineCodeList? {
    guard let list = InlineCodeList(codes) else {
      lose(elementsOf: codes)
      return nil
    }
    for name in list.losses { lose("code's \(name)") }
    return list
  }

  /// Counts attributes by their names; notes, properties and elements by their kind.
  mutating func lose(_ meta: Meta, except isWritten: (String) -> Bool) {
    for attribute in meta.attributes
    where !Meta.isVerbatim(attribute.name) && !isWritten(attribute.name) { lose(attribute.name) }
    if !isWritten("note") { lose("note", meta.notes.count) }
    lose("prop", meta.properties.count { !isWritten($0.type) })
    lose("element", meta.elements.count)
  }

  /// Counts the data of a term beside its text, except the names for which `isWritten` is true.
  mutating func lose(_ term: Term, except isWritten: (String) -> Bool) {
    let named: [(String, Bool)] = [
      ("pos", term.partOfSpeech != nil), ("gender", term.gender != nil),
      ("flags", !term.flags.isEmpty), ("valid", !term.validity.isAlways),
      ("example", term.example != nil), ("note", term.note != nil), ("number", term.number != nil),
      ("register", term.register != nil), ("region", term.region != nil),
      ("source", term.source != nil),
      ("status", term.status == .admitted || term.rawStatus != nil),
    ]
    for (name, isThere) in named where isThere && !isWritten(name) { lose(name) }
    lose(term.meta, except: isWritten)
  }

  /// Counts the data of a concept beside its terms, except the names for which `isWritten` is true.
  mutating func lose(_ concept: Concept, except isWritten: (String) -> Bool) {
    let named: [(String, Bool)] = [
      ("id", concept.externalID != nil), ("domain", !concept.domains.isEmpty),
      ("definition", concept.definition != nil), ("note", concept.note != nil),
    ]
    for (name, isThere) in named where isThere && !isWritten(name) { lose(name) }
    lose(concept.meta, except: isWritten)
  }
}

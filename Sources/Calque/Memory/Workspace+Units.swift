public import CalqueModel
import CalqueStore
import CalqueSystem

/// What became of one unit that was added.
public struct Added: Hashable, Sendable {
  /// The unit's id.
  public let id: UnitID
  /// The memory that holds it.
  public let resource: String
  /// Whether anything was stored; what is known already is left as it is.
  public let isNew: Bool
}

/// A unit and the memory that holds it.
public struct UnitInMemory: Hashable, Sendable {
  /// The unit.
  public let unit: TranslationUnit
  /// The memory's name.
  public let memory: String
}

extension Workspace {
  /// The memory that `add` fills unless another is named.
  public static let defaultMemory = "my-memory"

  /// Adds a unit to a memory, which is made if it is not there.
  ///
  /// - Parameters:
  ///   - source: the text in the pair's source language, byte for byte.
  ///   - target: the text in its target language.
  ///   - pair: the languages.
  ///   - memory: the memory's name.
  ///   - status: how far the translation is trusted.
  /// - Returns: the unit's id, and whether it is new.
  /// - Throws: `WorkspaceError`.
  @discardableResult
  public func add(
    _ source: String, _ target: String, pair: LanguagePair,
    into memory: String = Workspace.defaultMemory, status: UnitStatus = .translated
  ) throws(WorkspaceError) -> Added {
    guard !isBlank(source), !isBlank(target) else {
      throw .usage("a unit needs a text on both sides", outcome: "nothing was stored")
    }
    try WorkspaceError.checkStorable([source, target], outcome: "nothing was stored")
    let now = Instant.now
    let unit = TranslationUnit(
      sourceLanguage: pair.source, created: now, changed: now, status: status,
      variants: [
        Variant(language: pair.source, text: source), Variant(language: pair.target, text: target),
      ])
    let added = try WorkspaceError.carrying { try store.add(unit, into: memory, at: now) }
    if added.isNew { storeChanged(kind: .memory, languages: [pair.source]) }
    return Added(id: added.id, resource: memory, isNew: added.isNew)
  }

  /// Changes a unit's texts or its status; its earlier version stays in history.
  ///
  /// - Parameters:
  ///   - id: the unit.
  ///   - pair: says which side is which where a text is given; nil asks the settings.
  ///   - source: the new source text; nil leaves it.
  ///   - target: the new target text; nil leaves it.
  ///   - status: the new status; nil leaves it.
  /// - Returns: whether anything changed.
  /// - Throws: `WorkspaceError.usage` where there is no such unit or side.
  @discardableResult
  public func edit(
    unit id: UnitID, pair: LanguagePair? = nil, source: String? = nil, target: String? = nil,
    status: UnitStatus? = nil
  ) throws(WorkspaceError) -> Bool {
    var sides = [(language: LanguageTag, text: String)]()
    if source != nil || target != nil {
      let pair = try self.pair(named: pair)
      if let source { sides.append((pair.source, source)) }
      if let target { sides.append((pair.target, target)) }
    }
    guard !sides.contains(where: { isBlank($0.text) }) else {
      throw .usage("a unit needs a text on both sides", outcome: "nothing was changed")
    }
    try WorkspaceError.checkStorable(sides.map(\.text), outcome: "nothing was changed")
    var languages = [LanguageTag]()
    let isChanged = try WorkspaceError.carrying {
      try store.edit(unit: id, at: .now) { unit throws(StoreError) in
        for side in sides {
          guard let place = unit.variants.bestPlace(for: side.language) else {
            throw .unstorable(reason: "unit \(id) has no text in \(side.language)")
          }
          if unit.variants[place].text.hasSameBytes(as: side.text) { continue }
          unit.variants[place].text = side.text
          unit.variants[place].codes = nil
        }
        if let status { unit.status = status }
        languages = unit.variants.map(\.language)
      }
    }
    if isChanged { storeChanged(kind: .memory, languages: languages) }
    return isChanged
  }

  /// Removes units: all of them, or none if one is not there.
  ///
  /// - Parameter ids: the units.
  /// - Throws: `WorkspaceError.usage` where there is no such unit.
  public func remove(units ids: [UnitID]) throws(WorkspaceError) {
    let ids = ids.reduce(into: [UnitID]()) { if !$0.contains($1) { $0.append($1) } }
    if ids.isEmpty { return }
    try WorkspaceError.carrying { try store.remove(units: ids, at: .now) }
    storeChanged(kind: .memory, languages: [])
  }

  /// Removes a memory or a glossary with all that is in it.
  ///
  /// - Parameters:
  ///   - kind: what it is.
  ///   - name: its name.
  /// - Returns: how many units or concepts went.
  /// - Throws: `WorkspaceError.usage` where there is none of that name.
  @discardableResult
  public func remove(_ kind: Resource.Kind, named name: String) throws(WorkspaceError) -> Int {
    try remove(kind, named: [name])[0]
  }

  /// Removes memories or glossaries with all that is in them: all of these, or none if one is not
  /// there.
  ///
  /// - Parameters:
  ///   - kind: what they are.
  ///   - names: their names, each once.
  /// - Returns: how many units or concepts went with each.
  /// - Throws: `WorkspaceError.usage` where there is none of a name.
  @discardableResult
  public func remove(
    _ kind: Resource.Kind, named names: [String]
  ) throws(WorkspaceError) -> [Int] {
    let counts = try WorkspaceError.carrying { try store.remove(kind, named: names, at: .now) }
    storeChanged(kind: kind, languages: [])
    return counts
  }

  /// A unit of the store, whole; nil where there is none.
  ///
  /// - Parameter id: the unit.
  /// - Returns: the unit and the name of its memory.
  /// - Throws: `WorkspaceError`.
  public func unit(_ id: UnitID) throws(WorkspaceError) -> UnitInMemory? {
    let stored = try WorkspaceError.carrying { try store.units([id]) }
    return stored.first.map { UnitInMemory(unit: $0.unit, memory: $0.memory) }
  }

  /// Units of the store, whole: all of them.
  ///
  /// - Parameter ids: the units.
  /// - Returns: each unit and the name of its memory, in the order of the ids.
  /// - Throws: `WorkspaceError.usage` where there is no such unit.
  public func units(_ ids: [UnitID]) throws(WorkspaceError) -> [UnitInMemory] {
    var units = [UnitInMemory]()
    for id in ids {
      guard let unit = try unit(id) else { throw WorkspaceError(StoreError.noUnit(id: id)) }
      units.append(unit)
    }
    return units
  }
}

extension [Variant] {
  /// The place of the variant that fits a language best.
  func bestPlace(for language: LanguageTag) -> Int? {
    indices
      .compactMap { place in self[place].language.fit(asked: language).map { (place, $0) } }
      .min { $0.1 < $1.1 }?.0
  }
}

/// Whether a text holds nothing to read.
func isBlank(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
}

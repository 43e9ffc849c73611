public import CalqueModel
import CalqueStore
import CalqueSystem

/// The result of the addition of a unit.
public struct Added: Hashable, Sendable {
  /// The unit's id.
  public let id: UnitID
  /// The memory that holds the unit.
  public let resource: String
  /// Whether anything was stored; a unit that is known already is left as it is.
  public let isNew: Bool
  /// The reasons to doubt the unit, which is stored all the same.
  public let doubts: [Doubt]
}

/// A unit and the memory that holds it.
public struct UnitInMemory: Hashable, Sendable {
  /// The unit.
  public let unit: TranslationUnit
  /// The memory's name.
  public let memory: String
}

extension Workspace {
  /// The memory that `add` fills by default.
  public static let defaultMemory = "my-memory"

  /// Adds a unit to a memory, which is made if it is missing.
  ///
  /// - Parameters:
  ///   - source: the text in the pair's source language, byte for byte.
  ///   - target: the text in the pair's target language, byte for byte.
  ///   - pair: the languages.
  ///   - memory: the memory's name.
  ///   - status: the status of the translation.
  /// - Returns: the unit's id, and whether the unit is new.
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
    let plain = TranslationUnit(
      sourceLanguage: pair.source, created: now, changed: now, status: status,
      variants: [
        Variant(language: pair.source, text: source), Variant(language: pair.target, text: target),
      ])
    var doubter = Doubter()
    let doubts = doubter.doubts(about: plain)
    let unit = plain.marked(doubts)
    let added = try WorkspaceError.carrying { try store.add(unit, into: memory, at: now) }
    if added.isNew { storeChanged(kind: .memory, languages: [pair.source]) }
    return Added(id: added.id, resource: memory, isNew: added.isNew, doubts: doubts)
  }

  /// Changes a unit's texts or its status; the earlier version stays in the history.
  ///
  /// - Parameters:
  ///   - id: the unit.
  ///   - pair: the languages of `source` and `target`; nil for the pair of the settings.
  ///   - source: the new source text; nil for no change.
  ///   - target: the new target text; nil for no change.
  ///   - status: the new status; nil for no change.
  /// - Returns: whether anything changed.
  /// - Throws: `WorkspaceError` of the kind `request` if the unit or a side does not exist.
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
          var doubter = Doubter()
          unit = unit.marked(doubter.doubts(about: unit))
        }
        if let status { unit.status = status }
        languages = unit.variants.map(\.language)
      }
    }
    if isChanged { storeChanged(kind: .memory, languages: languages) }
    return isChanged
  }

  /// Removes units: all of them, or none if one does not exist.
  ///
  /// - Parameter ids: the units.
  /// - Throws: `WorkspaceError` of the kind `request` if a unit does not exist.
  public func remove(units ids: [UnitID]) throws(WorkspaceError) {
    let ids = ids.reduce(into: [UnitID]()) { if !$0.contains($1) { $0.append($1) } }
    if ids.isEmpty { return }
    try WorkspaceError.carrying { try store.remove(units: ids, at: .now) }
    storeChanged(kind: .memory, languages: [])
  }

  /// Removes a memory or a glossary with all its content.
  ///
  /// - Parameters:
  ///   - kind: the kind of the resource.
  ///   - name: the resource's name.
  /// - Returns: the number of units or concepts that were removed.
  /// - Throws: `WorkspaceError` of the kind `request` if no resource has the name.
  @discardableResult
  public func remove(_ kind: Resource.Kind, named name: String) throws(WorkspaceError) -> Int {
    try remove(kind, named: [name])[0]
  }

  /// Removes memories or glossaries with all their content: all of them, or none if one does not
  /// exist.
  ///
  /// - Parameters:
  ///   - kind: the kind of the resources.
  ///   - names: the resources' names, each once.
  /// - Returns: the number of units or concepts that were removed with each resource.
  /// - Throws: `WorkspaceError` of the kind `request` if no resource has one of the names.
  @discardableResult
  public func remove(
    _ kind: Resource.Kind, named names: [String]
  ) throws(WorkspaceError) -> [Int] {
    let counts = try WorkspaceError.carrying { try store.remove(kind, named: names, at: .now) }
    storeChanged(kind: kind, languages: [])
    return counts
  }

  /// A whole unit of the store; nil if it does not exist.
  ///
  /// - Parameter id: the unit.
  /// - Returns: the unit and the name of its memory.
  /// - Throws: `WorkspaceError`.
  public func unit(_ id: UnitID) throws(WorkspaceError) -> UnitInMemory? {
    let stored = try WorkspaceError.carrying { try store.units([id]) }
    return stored.first.map { UnitInMemory(unit: $0.unit, memory: $0.memory) }
  }

  /// Whole units of the store.
  ///
  /// - Parameter ids: the units.
  /// - Returns: each unit and the name of its memory, in the order of the ids.
  /// - Throws: `WorkspaceError` of the kind `request` if a unit does not exist.
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

/// Whether a text has only white space.
func isBlank(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
}

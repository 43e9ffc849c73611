public import CalqueModel
package import CalqueStore
import CalqueSystem

/// A memory or glossary that takes part in an answer.
package struct TakingPart: Hashable, Sendable {
  /// The resource as the store holds it.
  package let stored: StoredResource
  /// Points taken off each of its matches: its own and those of the choice.
  package let penalty: Int
}

extension Workspace {
  /// The memories or glossaries that answer in a pair, by priority.
  ///
  /// - Parameters:
  ///   - kind: memories or glossaries.
  ///   - pair: both languages must be there, in any region.
  ///   - chosen: only these; nil for those of the settings, else all.
  /// - Returns: the resources with their penalties.
  /// - Throws: `WorkspaceError.usage` where a chosen one is not there.
  package func takingPart(
    _ kind: Resource.Kind, in pair: LanguagePair, chosen: [ResourceChoice]? = nil
  ) throws(WorkspaceError) -> [TakingPart] {
    let all = try WorkspaceError.carrying { try store.resources(kind) }
    let choices =
      chosen ?? (kind == .memory ? configuration.memories : configuration.glossaries)
    for choice in choices ?? [] where !all.contains(where: { $0.resource.name == choice.name }) {
      let error = StoreError.noResource(
        kind: kind.rawValue, name: choice.name, known: all.map(\.resource.name))
      throw .usage("\(error)")
    }
    var result = [TakingPart]()
    for stored in all {
      let languages = stored.resource.languages
      guard languages.contains(where: { $0.primary == pair.source.primary }),
        languages.contains(where: { $0.primary == pair.target.primary })
      else { continue }
      var penalty = stored.resource.penalty
      if let choices {
        guard let choice = choices.last(where: { $0.name == stored.resource.name }) else {
          continue
        }
        penalty += choice.penalty
      }
      result.append(TakingPart(stored: stored, penalty: penalty))
    }
    return result
  }

  /// The memories and glossaries of the store, by priority.
  ///
  /// - Throws: `WorkspaceError.store` where the store cannot be read.
  public func resources() throws(WorkspaceError) -> [Resource] {
    try WorkspaceError.carrying { try store.resources().map(\.resource) }
  }

  /// Changes what is said of a memory or glossary: priority, penalty, read-only, domain.
  ///
  /// - Parameters:
  ///   - kind: what it is.
  ///   - name: its name.
  ///   - edit: changes the description.
  /// - Throws: `WorkspaceError.usage` where there is none of that name.
  public func edit(
    _ kind: Resource.Kind, named name: String, _ edit: (inout Resource) -> Void
  ) throws(WorkspaceError) {
    try WorkspaceError.carrying { try store.edit(kind, named: name, at: .now, edit) }
    storeChanged(kind: kind, languages: [])
  }
}

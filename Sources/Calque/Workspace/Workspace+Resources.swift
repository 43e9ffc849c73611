public import CalqueModel
package import CalqueStore
import CalqueSystem

/// A memory or glossary that takes part in an answer.
package struct TakingPart: Hashable, Sendable {
  /// The resource as the store holds it.
  package let stored: StoredResource
  /// The points taken off each match: the resource's own penalty and that of the choice.
  package let penalty: Int
}

extension Workspace {
  /// The memories or glossaries that answer in a pair, in their order.
  ///
  /// - Parameters:
  ///   - kind: memories or glossaries.
  ///   - pair: the pair; a resource must have both languages, in any region.
  ///   - chosen: the only resources, in this order; nil for all, those of the settings first.
  /// - Returns: the resources with their penalties.
  /// - Throws: `WorkspaceError` of the kind `request` if a chosen resource does not exist.
  package func takingPart(
    _ kind: Resource.Kind, in pair: LanguagePair, chosen: [ResourceChoice]? = nil
  ) throws(WorkspaceError) -> [TakingPart] {
    let all = try WorkspaceError.carrying { try store.resources(kind) }
    let configured = (kind == .memory ? configuration.memories : configuration.glossaries) ?? []
    for choice in chosen ?? configured
    where !all.contains(where: { $0.resource.name == choice.name }) {
      let error = StoreError.noResource(
        kind: kind.rawValue, name: choice.name,
        known: all.inOrderOfMaking.map(\.resource.name))
      throw WorkspaceError(error)
    }
    let names = (chosen ?? configured).map(\.name)
    let ordered =
      chosen == nil
      ? ResourceOrder.first(names, of: all, name: \.resource.name)
      : ResourceOrder.only(names, of: all, name: \.resource.name)
    let penalties = (chosen ?? configured).penalties
    var result = [TakingPart]()
    for stored in ordered {
      guard stored.resource.holds(pair) else { continue }
      let penalty = stored.resource.penalty + (penalties[stored.resource.name] ?? 0)
      result.append(TakingPart(stored: stored, penalty: penalty))
    }
    return result
  }

  /// The memories and glossaries of the store, each kind in the order in which it answers.
  ///
  /// - Throws: `WorkspaceError` of the kind `store` if the store cannot be read.
  public func resources() throws(WorkspaceError) -> [Resource] {
    inOrder(try WorkspaceError.carrying { try store.resources() }, \.resource).map(\.resource)
  }

  /// Memories, then glossaries, each kind in the order in which it answers.
  func inOrder<Item>(_ items: [Item], _ resource: (Item) -> Resource) -> [Item] {
    [Resource.Kind.memory, .glossary].flatMap { kind in
      let configured = kind == .memory ? configuration.memories : configuration.glossaries
      return ResourceOrder.first(
        configured?.map(\.name) ?? [], of: items.filter { resource($0).kind == kind }
      ) { resource($0).name }
    }
  }

  /// Changes the description of a memory or glossary: priority, penalty, read-only, domain.
  ///
  /// - Parameters:
  ///   - kind: the kind of the resource.
  ///   - name: the resource's name.
  ///   - edit: changes the description.
  /// - Throws: `WorkspaceError` of the kind `request` if no resource has the name.
  public func edit(
    _ kind: Resource.Kind, named name: String, _ edit: (inout Resource) -> Void
  ) throws(WorkspaceError) {
    try WorkspaceError.carrying { try store.edit(kind, named: name, at: .now, edit) }
    storeChanged(kind: kind, languages: [])
  }
}

extension Resource {
  /// Whether the memory or glossary has texts in both languages of a pair, in any region.
  func holds(_ pair: LanguagePair) -> Bool {
    [pair.source, pair.target].allSatisfy { asked in
      languages.contains { $0.primary == asked.primary }
    }
  }
}

import CalqueModel

/// A field of an entry, of a language or of a term: a data category and its value.
struct EntryField {
  let category: String
  let value: String
  /// Whether the field says something of another field: the source of a definition.
  let isNested: Bool
  /// The date and the person of a transaction, and what else the element says.
  let attributes: [Meta.Attribute]
}

extension XMLNode {
  /// The fields of a level, in order; the elements of other levels are left out.
  ///
  /// A data category is an attribute (`<descrip type="definition">`) or an element of its own
  /// (`<basic:definition>`): both name the same field.
  func fields(without levels: Set<String>, isNested: Bool = false) -> [EntryField] {
    var fields = [EntryField]()
    for case .node(let element) in content where !levels.contains(element.local) {
      switch element.local {
      case "descripGrp", "adminGrp", "termNoteGrp":
        for (place, field) in element.fields(without: levels).enumerated() {
          fields.append(
            EntryField(
              category: field.category, value: field.value, isNested: isNested || place > 0,
              attributes: field.attributes))
        }
      case "transacGrp":
        let parts = element.elements
        guard let main = parts.first else { continue }
        fields.append(
          EntryField(
            category: "transac:" + (main["type"] ?? main.local), value: main.spacedText,
            isNested: isNested,
            attributes: parts.dropFirst().map {
              Meta.Attribute(name: $0["type"] ?? $0.local, value: $0.spacedText)
            }))
      default:
        fields.append(
          EntryField(
            category: element["type"] ?? element.local, value: element.spacedText,
            isNested: isNested,
            attributes: element.attributes.withoutTypeAndID))
      }
    }
    return fields
  }
}

extension [Meta.Attribute] {
  /// The attributes of a field that say more than its category.
  fileprivate var withoutTypeAndID: [Meta.Attribute] {
    // Nearly every field has its category alone.
    if count == 1, self[0].name == "type" { return [] }
    return filter { $0.name != "type" && $0.name != "id" }
  }
}

extension EntryField {
  /// The field as a property, for which the model has no other place.
  var property: Meta.Property {
    Meta.Property(type: category, value: value, attributes: attributes)
  }
}

extension [Term] {
  /// Gives the terms whose file states no status theirs: the first of a language that is not
  /// forbidden is the preferred one, unless another one is.
  mutating func settleStatuses(_ stated: [TermStatus?]) {
    var hasPreferred: Set<LanguageTag> = []
    for (term, status) in zip(self, stated) where status == .preferred {
      hasPreferred.insert(term.language)
    }
    for index in indices {
      if let status = stated[index] {
        self[index].status = status
      } else {
        let isFirst = hasPreferred.insert(self[index].language).inserted
        self[index].status = isFirst ? .preferred : .admitted
      }
    }
  }
}

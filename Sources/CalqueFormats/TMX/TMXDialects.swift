import CalqueModel

// Data that tools write into properties and variants, and that the model holds in fields. The
// properties are kept as they are. A writer adds a property only if the unit no longer agrees with
// them.
extension TranslationUnit {
  /// The property in which Trados and similar tools keep the status.
  static let statusProperty = "x-ConfirmationLevel"
  /// The property in which Trados and similar tools keep the origin.
  static let originProperty = "x-Origin"

  /// The status in the properties of the unit, or else of its variants.
  var impliedStatus: UnitStatus? {
    value(of: Self.statusProperty).flatMap { Self.statuses[$0] }
  }

  /// The origin in the properties of the unit, or else of its variants.
  var impliedOrigin: String? { value(of: Self.originProperty) }

  /// The latest date on which a variant was changed.
  var impliedChange: Instant? {
    variants.flatMap(\.meta.attributes).filter { $0.name == "changedate" }
      .compactMap { Instant($0.value) }.max()
  }

  /// The user in the last variant that names who changed it.
  var impliedChanger: String? {
    variants.flatMap(\.meta.attributes).last { $0.name == "changeid" }?.value
  }

  /// The value of the status property for a status.
  static func propertyValue(of status: UnitStatus) -> String {
    switch status {
    case .draft: "Draft"
    case .translated: "Translated"
    case .reviewed: "ApprovedTranslation"
    case .approved: "ApprovedSignOff"
    case .rejected: "RejectedTranslation"
    }
  }

  private static let statuses: [String: UnitStatus] = [
    "Unspecified": .draft, "Draft": .draft, "Translated": .translated,
    "ApprovedTranslation": .reviewed, "ApprovedSignOff": .approved,
    "RejectedTranslation": .rejected, "RejectedSignOff": .rejected,
  ]

  /// Whether the unit or a variant has properties.
  var hasProperties: Bool {
    !meta.properties.isEmpty || variants.contains { !$0.meta.properties.isEmpty }
  }

  private func value(of property: String) -> String? {
    for said in meta.properties where said.type == property { return said.value }
    for variant in variants {
      for said in variant.meta.properties where said.type == property { return said.value }
    }
    return nil
  }
}

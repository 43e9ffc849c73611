extension French {
  package static let yes: Set<String> = ["o", "oui"]
}

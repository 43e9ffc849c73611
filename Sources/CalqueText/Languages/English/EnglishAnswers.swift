extension English {
  package static let yes: Set<String> = ["y", "yes"]
}

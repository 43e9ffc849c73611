extension English {
  package static let negation = Negation(
    "not n't no never nothing none nobody nowhere neither nor without cannot")
}

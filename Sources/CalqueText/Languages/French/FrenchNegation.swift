extension French {
  package static let negation = Negation(
    "pas jamais rien aucun aucune nul nulle ni guere nullement", particles: "ne n'",
    besideParticles: "plus personne point", restrictions: "que qu'", alone: "sans non")
}

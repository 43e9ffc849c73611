extension French {
  package static let offices = OfficeWords(
    heads: """
      ministre ministres president presidente presidents directeur directrice directeurs prefet \
      prefete prefets sousprefet maire maires secretaire secretaires commissaire commissaires \
      procureur procureure procureurs juge juges rapporteur rapporteuse chef cheffe commandant \
      commandante general generale colonel porteparole senateur senatrice depute deputee eurodepute \
      eurodeputee ambassadeur ambassadrice batonnier batonniere tresorier tresoriere gouverneur \
      gouverneure chancelier chanceliere premier premiere conseiller conseillere delegue deleguee \
      vicepresident vicepresidente hautcommissaire coordinateur coordinatrice inspecteur \
      inspectrice controleur controleuse mediateur mediatrice defenseur defenseure garde recteur \
      rectrice doyen doyenne administrateur administratrice capitaine lieutenant amiral greffier \
      greffiere avocat avocate patron patronne
      """,
    openings: "charge chargee charges chargees")
}

extension English {
  package static let offices = OfficeWords(
    heads: """
      minister president director prefect mayor secretary commissioner prosecutor judge rapporteur \
      chief commander general colonel spokesman spokeswoman spokesperson senator deputy ambassador \
      treasurer governor chancellor premier adviser counsellor delegate coordinator inspector \
      ombudsman dean administrator captain lieutenant admiral registrar
      """)
}

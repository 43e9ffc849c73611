extension French {
  /// The currencies that the press names by one word or by another word than ICU.
  static let currencies = NameTable(
    """
    USD- dollar, USD dollar américain, GBP- livre, GBP livre sterling, JPY yen, CNY yuan;renminbi,
    RUB rouble, CHF franc suisse, CHF- franc, INR- roupie, BRL réal;real, TRY livre turque,
    SEK- couronne, UAH hryvnia, PLN zloty, HUF forint, ILS shekel, MXN- peso, DZD- dinar,
    AED- dirham, KRW- won, ZAR rand, XOF franc CFA, DEM deutschemark;deutsche mark
    """)
}

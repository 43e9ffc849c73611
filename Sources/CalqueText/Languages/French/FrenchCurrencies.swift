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

extension French {
  /// The words for currencies in running text.
  package static let currencyWords = CurrencyWords(
    """
    euro EUR euros EUR eur EUR dollar USD dollars USD usd USD yen JPY yens JPY jpy JPY yuan CNY \
    yuans CNY cny CNY rouble RUB roubles RUB livre# GBP livres# GBP sterling GBP gbp GBP \
    franc# CHF francs# CHF chf CHF roupie INR roupies INR couronne# SEK couronnes# SEK \
    peso MXN pesos MXN dinar DZD dinars DZD dirham AED dirhams AED zloty PLN zlotys PLN
    """)
}

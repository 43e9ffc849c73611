extension English {
  /// The currencies that the press names by one word or by another word than ICU.
  static let currencies = NameTable(
    """
    USD- dollar, USD US dollar, GBP- pound, GBP pound sterling;British pound, JPY yen,
    CNY yuan;renminbi, RUB rouble;ruble, CHF Swiss franc, CHF- franc, INR- rupee, BRL real,
    TRY Turkish lira, SEK- crown, UAH hryvnia, PLN zloty, HUF forint, ILS shekel, MXN- peso,
    DZD- dinar, AED- dirham, KRW- won, ZAR rand, XOF CFA franc, DEM Deutschmark;deutschmark
    """)
}

extension English {
  /// The words for currencies in running text.
  package static let currencyWords = CurrencyWords(
    """
    euro EUR euros EUR eur EUR dollar USD dollars USD usd USD yen JPY jpy JPY yuan CNY cny CNY \
    rouble RUB roubles RUB ruble RUB rubles RUB pound# GBP pounds# GBP sterling GBP gbp GBP \
    franc CHF francs CHF chf CHF rupee INR rupees INR crown# SEK crowns# SEK krona SEK \
    kronor SEK peso MXN pesos MXN dinar DZD dinars DZD dirham AED dirhams AED zloty PLN zlotys PLN
    """)
}

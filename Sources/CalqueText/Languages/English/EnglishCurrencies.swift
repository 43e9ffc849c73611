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

package import CalqueMorphology

/// A small dictionary in Hunspell's format, written for the tests.
package enum SampleDictionary {
  /// The lexicon of the dictionary.
  package static func lexicon() throws -> FullFormLexicon {
    try LexiconBytes(file()).lexicon()
  }

  /// The bytes of the lexicon's file.
  package static func file() throws -> [UInt8] {
    var builder = LexiconBuilder()
    try builder.add(affixes: affixes, words: words)
    return try builder.file()
  }

  package static let affixes = """
    # Suffixes of some French words.
    SET UTF-8
    FLAG long
    FULLSTRIP
    NEEDAFFIX ()
    FORBIDDENWORD {}

    PFX L' Y 1
    PFX L' 0 l' [aehiou]

    SFX S. Y 2
    SFX S. 0 0/L' [^sxz] is:sg
    SFX S. 0 s [^sxz] is:pl

    SFX W. Y 4
    SFX W. 0 0/L' al is:mas is:sg
    SFX W. al aux al is:mas is:pl
    SFX W. l le al is:fem is:sg
    SFX W. l les al is:fem is:pl

    SFX F. Y 6
    SFX F. 0 0 [^sxz] is:mas is:sg
    SFX F. 0 s [^sxz] is:mas is:pl
    SFX F. 0 e [éitn] is:fem is:sg
    SFX F. 0 es [éitn] is:fem is:pl
    SFX F. eur rice teur is:fem is:sg
    SFX F. eur rices teur is:fem is:pl

    SFX a0 Y 10
    SFX a0 er er er po:infi
    SFX a0 er ant [^cg]er po:ppre
    SFX a0 cer çant cer po:ppre
    SFX a0 er e er po:ipre po:1sg po:3sg
    SFX a0 er ent er po:ipre po:3pl
    SFX a0 er a [^cg]er po:ipsi po:3sg
    SFX a0 cer ça cer po:ipsi po:3sg
    SFX a0 ger gea ger po:ipsi po:3sg
    SFX a0 er era er po:ifut po:3sg
    SFX a0 er èrent er po:ipsi po:3pl!

    SFX p+ Y 4
    SFX p+ er é er po:ppas po:adj is:mas is:sg
    SFX p+ er és er po:ppas po:adj is:mas is:pl
    SFX p+ er ée er po:ppas po:adj is:fem is:sg
    SFX p+ er ées er po:ppas po:adj is:fem is:pl

    SFX Fs Y 3
    SFX Fs 0 0 s is:mas is:inv
    SFX Fs 0 e s is:fem is:sg
    SFX Fs 0 es s is:fem is:pl

    SFX a1 Y 2
    SFX a1 er èle eler po:ipre po:1sg po:3sg
    SFX a1 er a eler po:ipsi po:3sg

    SFX tA Y 5
    SFX tA ettre ettre ettre po:infi
    SFX tA ettre et ettre po:ipre po:3sg
    SFX tA ettre is ettre po:ppas po:adj is:mas is:inv
    SFX tA ettre ise ettre po:ppas po:adj is:fem is:sg
    SFX tA ettre ises ettre po:ppas po:adj is:fem is:pl

    SFX zA Y 3
    SFX zA aller aller aller po:infi
    SFX zA aller va aller po:ipre po:3sg
    SFX zA aller ira aller po:ifut po:3sg
    """

  package static let words = """
    60
    sommet/S.() po:nom is:mas
    marche/S.() po:nom is:fem
    marché/S.() po:nom is:mas
    marcher/a0() po:v1_i____a
    porte/S.() po:nom is:fem
    porter/a0p+() po:v1_it____a
    lancer/a0p+() po:v1_it____a
    manger/a0p+() po:v1_it____a
    geler/a0p+() po:v1_it____a
    saluer/a0p+() po:v1_it____a
    féliciter/a0p+() po:v1_it____a
    aller/zA() po:v1_i__e_e_
    national/W.() po:nom po:adj
    judiciaire/S.() po:adj is:epi
    député/F.() po:nom
    directeur/F.() po:nom
    élu/S.() po:nom is:mas
    ministre/S.() po:nom is:epi
    cours/L' po:nom is:mas is:inv
    cour/S.() po:nom is:fem
    œuvre/S.() po:nom is:fem
    Paris/D' po:npr is:mas is:inv
    arcs-en-ciel/D' po:nom is:mas is:pl st:arc-en-ciel
    parmis/{} po:adv
    hier/L' po:adv
    mettre/tA() po:v3_it____a
    lever/a0p+() po:v1_it____a
    immunité/S.() po:nom is:fem
    motion/S.() po:nom is:fem
    censure/S.() po:nom is:fem
    déposer/a0p+() po:v1_it____a
    examen/S.() po:nom is:mas
    liquidation/S.() po:nom is:fem
    redressement/S.() po:nom is:mas
    ministère/S.() po:nom is:mas
    français/Fs() po:nom po:adj
    économie/S.() po:nom is:fem
    nouveau/S.() po:adj is:mas
    nouvelle/S.() po:adj is:fem
    article/S.() po:nom is:mas
    alinéa/S.() po:nom is:mas
    jeu/S.() po:nom is:mas
    pouvoir/S.() po:nom is:mas
    pouvoir/() po:v3_i po:infi
    boîte/S.() po:nom is:fem
    bulletin/S.() po:nom is:mas
    blanc/S.() po:adj is:mas
    nul/S.() po:adj is:mas
    affaire/S.() po:nom is:fem
    courante/S.() po:adj is:fem
    expédier/a0p+() po:v1_it____a
    alors/-- po:adv
    vivement/-- po:adv
    un/-- po:det is:mas is:sg
    """
}

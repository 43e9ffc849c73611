/// A small dictionary in Hunspell's format, written for the tests.
enum SampleDictionary {
  static let affixes = """
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

    SFX a0 Y 9
    SFX a0 er er er po:infi
    SFX a0 er ant [^cg]er po:ppre
    SFX a0 cer çant cer po:ppre
    SFX a0 er e er po:ipre po:1sg po:3sg
    SFX a0 er ent er po:ipre po:3pl
    SFX a0 er a [^cg]er po:ipsi po:3sg
    SFX a0 ger gea ger po:ipsi po:3sg
    SFX a0 er era er po:ifut po:3sg
    SFX a0 er èrent er po:ipsi po:3pl!

    SFX p+ Y 4
    SFX p+ er é er po:ppas po:adj is:mas is:sg
    SFX p+ er és er po:ppas po:adj is:mas is:pl
    SFX p+ er ée er po:ppas po:adj is:fem is:sg
    SFX p+ er ées er po:ppas po:adj is:fem is:pl

    SFX zA Y 3
    SFX zA aller aller aller po:infi
    SFX zA aller va aller po:ipre po:3sg
    SFX zA aller ira aller po:ifut po:3sg
    """

  static let words = """
    24
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
    """
}

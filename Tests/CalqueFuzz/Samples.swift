/// A format that is fuzzed, with small files of its dialects.
struct Target {
  /// The name on the command line.
  let name: String
  /// The name of the file, by which some formats are recognised.
  let file: String
  let samples: [String]

  static let all = [
    Target(name: "tmx", file: "a.tmx", samples: Samples.tmx),
    Target(name: "tbx", file: "a.tbx", samples: Samples.tbx),
    Target(name: "multiterm", file: "a.xml", samples: Samples.multiTerm),
    Target(name: "utx", file: "a.utx", samples: Samples.utx),
    Target(name: "omegat", file: "a.fr-en.txt", samples: Samples.omegat),
    Target(name: "csv", file: "a.csv", samples: Samples.csv),
    Target(name: "tsv", file: "a.fr-en.tsv", samples: Samples.tsv),
    Target(name: "glossary", file: "a.tsv", samples: Samples.glossary),
    Target(name: "jsonl", file: "a.jsonl", samples: Samples.jsonl),
    Target(name: "xlsx", file: "a.xlsx", samples: Samples.sheet),
    Target(name: "xliff", file: "a.xlf", samples: Samples.xliff),
    Target(name: "sdlxliff", file: "a.sdlxliff", samples: Samples.sdlxliff),
    Target(name: "mqxliff", file: "a.mqxliff", samples: Samples.mqxliff),
    Target(name: "po", file: "a.po", samples: Samples.po),
    Target(name: "mo", file: "a.mo", samples: Samples.mo),
    Target(name: "ts", file: "a.ts", samples: Samples.ts),
  ]
}

enum Samples {
  static let tmx = [
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE tmx SYSTEM "tmx14.dtd">
    <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" \
    o-tmf="t" adminlang="en" srclang="fr" datatype="plaintext"><note>n</note>\
    <prop type="p">v</prop><ude name="u" base="b"><map unicode="#x1"/></ude></header><body>
    <tu tuid="1" creationdate="20230101T080000Z" usagecount="3"><note xml:lang="fr">été</note>\
    <prop type="x-ConfirmationLevel">Draft</prop>
    <tuv xml:lang="fr"><seg>Le <bpt i="1">&lt;b&gt;</bpt>sommet<ept i="1">&lt;/b&gt;</ept> \
    <ph x="1">&lt;br/&gt;<sub>a</sub></ph>&amp; <hi>fin</hi></seg></tuv>
    <tuv xml:lang="en"><prop type="q"></prop><seg>The summit</seg></tuv></tu>
    <?pi x?><tu><tuv xml:lang="fr"><seg>oui<it pos="begin">x</it></seg><own a="1"/></tuv>\
    <tuv xml:lang="en-GB"><seg>yes</seg></tuv></tu>
    </body></tmx>
    """,
    """
    <tmx version="1.1"><header srclang="*all*"/><body><tu srclang="FR"><tuv lang="FR"><seg>a\
    </seg></tuv><tuv lang="EN"><seg><![CDATA[b & c]]></seg></tuv></tu></body></tmx>
    """,
  ]
  static let tbx = [
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader>\
    <fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>
    <conceptEntry id="c1"><descrip type="subjectField">droit</descrip><langSec xml:lang="fr">\
    <descripGrp><descrip type="definition">déf</descrip><admin type="source">s</admin></descripGrp>\
    <termSec><term>sommet</term><termNote type="partOfSpeech">noun</termNote>\
    <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec>\
    <langSec xml:lang="en"><termSec><term>summit</term></termSec><termSec><term>peak</term>\
    </termSec></langSec><note>n</note></conceptEntry>
    </body></text></tbx>
    """,
    """
    <tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" \
    xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text>\
    <body><conceptEntry id="1"><min:subjectField>x</min:subjectField><langSec xml:lang="fr">\
    <termSec><term>a</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>\
    <langSec xml:lang="en"><termSec><term>b</term></termSec></langSec></conceptEntry></body></text>\
    </tbx>
    """,
    """
    <martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc>\
    </fileDesc></martifHeader><text><body><termEntry id="c1"><langSet xml:lang="fr"><ntig><termGrp>\
    <term>mot</term><termNote type="grammaticalGender">m</termNote></termGrp></ntig></langSet>\
    <langSet xml:lang="en"><tig><term>word</term></tig></langSet></termEntry></body></text></martif>
    """,
    """
    <TBX dialect="TBX-Min"><header><languages source="fr" target="en"/></header><body><entry id="1">\
    <langGroup xml:lang="fr"><termGroup><term>a</term><note>n</note></termGroup></langGroup>\
    <langGroup xml:lang="en"><termGroup><term>b</term></termGroup></langGroup></entry></body></TBX>
    """,
  ]
  static let multiTerm = [
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <mtf><conceptGrp><concept>1</concept><transacGrp><transac type="origination">me</transac>\
    <date>2021-01-01T00:00:00</date></transacGrp><languageGrp><language lang="FR" type="French"/>\
    <termGrp><term>sommet</term><descripGrp><descrip type="Note">n</descrip></descripGrp></termGrp>\
    </languageGrp><languageGrp><language type="English"/><termGrp><term>summit</term></termGrp>\
    </languageGrp></conceptGrp></mtf>
    """
  ]
  static let utx = [
    "#UTX 1.11; fr/en; 2023-01-01; copyright: x\n#src\ttgt\tsrc:pos\tterm status\nmot\tword\tnoun\t"
      + "approved\nun\t-\tnoun\t\n",
    "#UTX 1.20; fr-FR/en-US\n#src\ttgt\tsrc:pos\tcomment:fr\tconcept ID\na\tb\tverb\tc\t1\n",
  ]
  static let omegat = [
    "# Glossary in tab-separated format -*- coding: utf-8 -*-\nsommet\tsummit\tréunion\nfin\tend\n"
  ]
  static let csv = [
    "fr,en,note\nsommet,summit,\"a \"\"b\"\"\"\n\"deux\nlignes\",two lines,\n",
    "sep=;\nTerme (français);Anglais;Domaine;Remarque\navocat(e);lawyer / attorney;droit;n.m.\n",
    "Entry_ID;Entry_Subject;French;Term_Info;English;Term_Info\n1;x;mot;;word;\n",
    "E_ID|L_CODE|T_TERM|T_TYPE|T_RELIABILITY|T_EVALUATION\n1|fr|mot|Term|3|Preferred\n"
      + "1|en|word|Term|3|\n",
  ]
  static let tsv = [
    "La France accueillera le sommet.\tFrance will host the summit.\nOui.\tYes.\n",
    "fr\ten\tid\n\"a\tb\"\tc\t1\nd\te\t2\n",
  ]
  static let glossary = [
    "# Mots -*- coding: utf-8 -*- CC0-1.0\n#fr\ten\tnote\tdomain\tpos\tgender\tfr_variants\t"
      + "en_variants\ten_avoid\tflags\tvalid\texample_fr\texample_en\n"
      + "sommet\tsummit\tn\tpolitique\tnoun\tm\tpic|cime\tpeak\ttop\tmetonym\t2020..2021-02\ta\tb\n"
  ]
  static let jsonl = [
    #"{"unit":{"id":"1","source":"fr","status":"draft","created":"2023-01-01T00:00:00Z","uses":3,"#
      + #""variants":[{"lang":"fr","text":"été 👍","codes":"a<ph/>"},{"lang":"en","text":"summer\n","#
      + #""meta":{"attributes":{"a":"b"},"notes":[{"text":"n"}],"properties":[{"type":"t","#
      + #""value":"v"}],"elements":["<x/>"]}}]},"header":{"kind":"memory","format":"tmx","version":"1.4","languages":["fr"],"#
      + #""text":"<tmx>"}}"# + "\n",
    #"{"concept":{"id":null,"domains":["a"],"definition":"d","note":"n","languages":[{"lang":"fr","#
      + #""terms":[{"text":"mot","status":"preferred","flags":["metonym"],"valid":"2020..","#
      + #""type":"acronym"}]},{"lang":"en","terms":[{"text":"word"}]}],"order":[1,0]}}"# + "\n",
  ]
  /// The sheet of a workbook; the workbook is made around it.
  static let sheet = [
    """
    <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
    <row r="1"><c r="A1" t="inlineStr"><is><t>Français</t></is></c><c r="B1" t="s"><v>0</v></c></row>
    <row r="2"><c r="A2" t="inlineStr"><is><r><t xml:space="preserve">mot </t></r><r><t>_x000D_</t>\
    </r></is></c><c r="B2" t="str"><v>word</v></c><c r="C2"><v>44927</v></c><c r="D2" t="b"><v>1</v>\
    </c></row></sheetData><mergeCells count="1"><mergeCell ref="A3:B3"/></mergeCells></worksheet>
    """
  ]
}

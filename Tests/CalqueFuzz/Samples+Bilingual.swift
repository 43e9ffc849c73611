// Small files of the formats that localisers exchange.
extension Samples {
  static let xliff = [
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" \
    source-language="fr" target-language="en" datatype="html"><header><tool tool-id="t"/></header>\
    <body><group id="g"><trans-unit id="1" approved="yes"><source>Le <g id="1">sommet</g> \
    <x id="2"/>&amp; <bpt id="3">&lt;b&gt;</bpt>fin<ept id="3"/></source>
    <target state="final">The <g id="1">summit</g></target><note from="t">n</note>\
    <alt-trans match-quality="80%"><source>a</source><target>b</target></alt-trans></trans-unit>
    </group><trans-unit id="2"><source>oui</source><target/></trans-unit></body></file>
    <file original="b" source-language="fr" target-language="en"><body><trans-unit id="1">\
    <source>non</source><target xml:lang="en">no</target></trans-unit></body></file></xliff>
    """,
    """
    <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fr" trgLang="en" \
    xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><file id="f"><unit id="u" name="n"><notes>\
    <note category="c">n</note></notes><mtc:matches><mtc:match ref="#s" similarity="80"><source>a\
    </source><target>b</target></mtc:match></mtc:matches><originalData><data id="d">&lt;br/&gt;\
    </data></originalData><segment id="s" state="final"><source>Un <pc id="1">mot</pc><ph id="2" \
    dataRef="d"/><cp hex="0001"/></source><target>A <pc id="1">word</pc></target></segment>\
    <ignorable><source> </source></ignorable><segment><source>deux</source></segment></unit>\
    <group id="g"><unit id="v"><segment><source><sc id="1"/>x<ec startRef="1"/></source></segment>\
    </unit></group></file></xliff>
    """,
  ]
  static let sdlxliff = [
    """
    <?xml version="1.0" encoding="utf-8"?>
    <xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" version="1.2" \
    xmlns="urn:oasis:names:tc:xliff:document:1.2" sdl:version="1.0"><file original="a" \
    source-language="fr-FR" target-language="en-GB" datatype="x-sdlfilterframework2"><body>\
    <trans-unit id="t"><source>Un. Deux.</source><seg-source><mrk mtype="seg" mid="1">Un.</mrk> \
    <mrk mtype="seg" mid="2">Deux.</mrk></seg-source><target><mrk mtype="seg" mid="1">One.</mrk> \
    <mrk mtype="seg" mid="2">Two.</mrk></target><sdl:seg-defs><sdl:seg id="1" conf="Translated" \
    origin="tm" percent="90"><sdl:value key="modified_on">04/13/2015 10:20:30</sdl:value></sdl:seg>\
    <sdl:seg id="2" conf="ApprovedSignOff"/></sdl:seg-defs></trans-unit></body></file></xliff>
    """
  ]
  static let mqxliff = [
    """
    <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff"><file \
    original="a" source-language="fr" target-language="en" datatype="x-memoq"><body><trans-unit \
    id="1" mq:status="Proofread" mq:lastchangedtimestamp="2020-01-02T03:04:05Z" \
    mq:lastchanginguser="u"><source xml:space="preserve">Un <ph id="1">&lt;mq:ch val=" "/&gt;</ph>\
    mot</source><target xml:space="preserve">A word</target></trans-unit></body></file></xliff>
    """
  ]
  static let po = [
    """
    # A catalogue
    msgid ""
    msgstr ""
    "Language: fr\\n"
    "Content-Type: text/plain; charset=UTF-8\\n"
    "Plural-Forms: nplurals=2; plural=(n > 1);\\n"

    # by a translator
    #. by a developer
    #: a.c:1 b.c:2
    #, fuzzy, c-format
    #| msgid "old"
    msgctxt "menu"
    msgid "one\\ttwo \\"x\\" %s"
    msgstr ""
    "un\\n"
    "deux \\101\\x41"

    msgid "file"
    msgid_plural "files"
    msgstr[0] "fichier"
    msgstr[1] "fichiers"

    #~ msgid "gone"
    #~ msgstr "parti"

    domain "other"

    """
  ]
  static let ts = [
    """
    <?xml version="1.0" encoding="utf-8"?>
    <!DOCTYPE TS>
    <TS version="2.1" language="fr_FR" sourcelanguage="en_US"><context><name>Dialog</name>
    <message id="m"><location filename="a.cpp" line="3"/><source>one</source><comment>c</comment>\
    <extracomment>e</extracomment><translation type="unfinished">un</translation></message>
    <message numerus="yes"><source>%n files</source><translation><numerusform>%n fichier\
    </numerusform><numerusform>%n fichiers</numerusform></translation></message>
    <message><source>a<byte value="x1"/></source><translation type="vanished">b</translation>\
    </message></context></TS>
    """
  ]
  /// A compiled catalogue, little-endian: the header and one text.
  static let mo: [String] = {
    let header = "Language: fr\n"
    let texts = [[0, 0], [2, 0], [header.utf8.count, 0], [2, 0]]
    var (offset, table) = (28 + 32, [UInt8]())
    func number(_ value: Int) -> [UInt8] {
      (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    for text in texts {
      table += number(text[0]) + number(offset)
      offset += text[0] + 1
    }
    // Every byte is below 0x80 but for the magic number, which is put in before the mutation.
    let head = [2, 28, 44, 0, 0].flatMap(number)
    let bytes = [0x5E, 0x12, 0x04, 0x15, 0, 0, 0, 0] + head + table
    return [String(decoding: bytes, as: UTF8.self) + "\0ab\0" + header + "\0cd\0"]
  }()
}

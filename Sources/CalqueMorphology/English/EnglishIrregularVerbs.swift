/// The English verbs whose past or participle is irregular.
enum EnglishIrregularVerbs {
  /// The irregular forms by the infinitive.
  static let forms: [String: [String]] = {
    var forms: [String: [String]] = [:]
    for line in list.utf8.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " ")).map {
        String(decoding: $0, as: UTF8.self)
      }
      if let verb = words.first { forms[verb] = Array(words.dropFirst()) }
    }
    return forms
  }()

  private static let list = """
    arise arose arisen
    awake awoke awoken
    be am is are was were been being
    bear bore borne born
    beat beaten
    become became
    begin began begun
    bend bent
    bet bet
    bid bade bidden
    bind bound
    bite bit bitten
    bleed bled
    blow blew blown
    break broke broken
    breed bred
    bring brought
    build built
    burn burnt
    burst burst
    buy bought
    cast cast
    catch caught
    choose chose chosen
    cling clung
    come came
    cost cost
    creep crept
    cut cut
    deal dealt
    dig dug
    do did done does
    draw drew drawn
    dream dreamt
    drink drank drunk
    drive drove driven
    eat ate eaten
    fall fell fallen
    feed fed
    feel felt
    fight fought
    find found
    flee fled
    fling flung
    fly flew flown
    forbid forbade forbidden
    forget forgot forgotten
    freeze froze frozen
    get got gotten
    give gave given
    go went gone
    grind ground
    grow grew grown
    hang hung
    have had has
    hear heard
    hide hid hidden
    hit hit
    hold held
    hurt hurt
    keep kept
    kneel knelt
    know knew known
    lay laid
    lead led
    lean leant
    leap leapt
    learn learnt
    leave left
    lend lent
    let let
    lie lay lain lied
    light lit
    lose lost
    make made
    mean meant
    meet met
    mow mown
    pay paid
    prove proven
    put put
    quit quit
    read read
    rid rid
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran
    say said
    see saw seen
    seek sought
    sell sold
    send sent
    set set
    sew sewn
    shake shook shaken
    shed shed
    shine shone
    shoot shot
    show shown
    shrink shrank shrunk
    shut shut
    sing sang sung
    sink sank sunk
    sit sat
    sleep slept
    slide slid
    sow sown
    speak spoke spoken
    speed sped
    spell spelt
    spend spent
    spill spilt
    spin spun
    split split
    spread spread
    spring sprang sprung
    stand stood
    steal stole stolen
    stick stuck
    sting stung
    strike struck stricken
    strive strove striven
    swear swore sworn
    sweep swept
    swell swollen
    swim swam swum
    swing swung
    take took taken
    teach taught
    tear tore torn
    tell told
    think thought
    throw threw thrown
    thrust thrust
    tread trod trodden
    wake woke woken
    wear wore worn
    weave wove woven
    weep wept
    win won
    wind wound
    wring wrung
    write wrote written
    """
}

extension English {
  /// English abbreviations that the press and the law use, and sentence openers.
  package static let sentences = SentenceRules(
    leading: [
      "Mr", "Mrs", "Ms", "Mx", "Messrs", "Mme", "Mlle", "M", "MM", "Dr", "Drs", "Prof", "Rev",
      "Hon", "Fr", "Ste", "Sts", "Mt", "Ft", "Gen", "Maj", "Col", "Lt", "Capt", "Cpl",
      "Sgt", "Cmdr", "Adm", "Brig", "Pvt", "Sen", "Rep", "Gov", "Pres", "Supt", "Insp", "Det",
      "Atty", "Amb", "Sec", "Treas", "e.g", "i.e", "eg", "ie", "cf", "viz", "vs", "v",
      "p", "pp", "approx", "ca", "Lt.-Gen", "Lt.-Col", "Rt", "resp", "incl",
    ],
    beforeNumber: [
      "No", "Nos", "no", "nos", "Art", "art", "arts", "vol", "vols", "fig", "figs", "ch", "chap",
      "sec", "sect", "para", "paras", "pt", "ed", "eq", "ex", "n", "Jan", "Feb", "Mar", "Apr",
      "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Mon", "Tue", "Tues", "Wed",
      "Thu", "Thurs", "Fri", "Sat", "Sun", "c", "s", "ss", "tel", "Tel", "ext", "Stat", "op",
    ],
    ambiguous: [
      "Inc", "Ltd", "Co", "Corp", "Bros", "Jr", "Sr", "Esq", "Ph.D", "Ariz", "Ark", "Calif",
      "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Md", "Mass", "Mich",
      "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Penn", "Tenn", "Tex",
      "Va", "Vt", "Wash", "Wis", "Wyo", "Ont", "Que", "Alta", "Sask", "Man", "al", "Dept",
      "Univ", "Assn", "Intl", "Natl", "St", "Ave", "Rd",
    ],
    openers: [
      "The", "A", "An", "This", "That", "These", "Those", "He", "She", "It", "They", "We", "You",
      "I", "His", "Her", "Its", "Their", "Our", "My", "Your", "One", "Two", "Three", "In", "On",
      "At", "For", "From", "With", "Without", "By", "As", "If", "When", "While", "After",
      "Before", "But", "And", "Or", "Nor", "So", "Yet", "However", "Although", "Though",
      "Because", "Mr", "Mrs", "There", "Here", "What", "Who", "Whom", "Whose", "Why", "How",
      "Where", "Which",
      "Since", "Some", "Many", "Most", "Much", "More", "All", "Any", "No", "Not", "Both", "Each",
      "Every", "Few", "Several", "Such", "Other", "Others", "Another", "Under", "Over", "During",
      "Between", "Among", "Against", "Until", "Today", "Yesterday", "Tomorrow", "Now", "Then",
      "Once", "Still", "Also", "Even", "Only", "According", "Despite", "Meanwhile", "Yes", "Is",
      "Are", "Was", "Were", "Do", "Does", "Did", "Has", "Have", "Had", "Will", "Would", "Can",
      "Could", "Should", "To", "Of", "Let", "Please", "Nothing", "Nobody", "Everyone",
    ],
    elidedOpeners: [],
    times: ["a.m", "p.m", "A.M", "P.M"],
    timeFollowers: [
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January",
      "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December", "Mon", "Tue", "Tues", "Wed", "Thu", "Thurs", "Fri", "Sat", "Sun",
      "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "GMT",
      "UTC", "BST", "CET", "CEST", "EST", "EDT", "ET", "CST", "CDT", "MST", "MDT", "PST", "PDT",
      "PT", "Eastern", "Central", "Mountain", "Pacific", "Greenwich", "Paris", "London", "Brussels",
    ],
    dashOpensSpeech: false, attribution: attribution)
}

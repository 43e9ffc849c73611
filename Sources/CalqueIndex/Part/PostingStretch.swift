/// A binary search in the postings of a class: the places that are left, and the unit wanted.
struct PostingStretch {
  var low: Int
  var high: Int
  let wanted: UInt64
}

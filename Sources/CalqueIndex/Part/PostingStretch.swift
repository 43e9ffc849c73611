/// A binary search in the postings of a class.
struct PostingStretch {
  var low: Int
  var high: Int
  let wanted: UInt64
}

// `import Calque` is all that a program needs. The values of answers, the formats and the parts of
// a match's explanation come with it.
@_exported public import CalqueFormats
@_exported public import CalqueMatch
@_exported public import CalqueModel

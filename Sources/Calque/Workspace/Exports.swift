// `import Calque` is all that a program needs: the values that answers are made of, the formats and
// what a match says of itself come with it.
@_exported public import CalqueFormats
@_exported public import CalqueMatch
@_exported public import CalqueModel

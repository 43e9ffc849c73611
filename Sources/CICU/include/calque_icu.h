// The calls of ICU that Calque uses, under names and types of its own.
//
// ICU renames its symbols by macros (u_charType_72 …) that Swift cannot see, and the toolchain's
// Foundation brings an ICU whose types have the same names: where both are imported, the compiler
// refuses. Hence a C target whose header shows nothing of ICU's.
#ifndef CALQUE_ICU_H
#define CALQUE_ICU_H

#include <stdint.h>

typedef struct calque_normalizer calque_normalizer;
typedef struct calque_breaks calque_breaks;
typedef struct calque_regex calque_regex;
typedef struct calque_converter calque_converter;

// Properties of one scalar. The categories: 1–5 letters (Lu Ll Lt Lm Lo), 6–8 marks (Mn Me Mc),
// 9 decimal digits (Nd), 10 Nl, 11 No; the rest as in ICU's UCharCategory.
int8_t calque_general_category(int32_t scalar);
int8_t calque_is_white_space(int32_t scalar);
// The columns that a terminal gives the scalar: 0, 1 or 2.
int8_t calque_columns(int32_t scalar);
// Whether the scalar's script puts no spaces between words and ICU has a dictionary for it.
int8_t calque_is_unspaced(int32_t scalar);

// Whether ICU knows the language of a subtag in lower case, of two or three letters.
int8_t calque_is_language(const char *primary);

// The codes of ISO 639 that ICU knows, those of two letters first; ended by NULL.
const char *const *calque_languages(void);
// What a language is called in another one, in UTF-16; -1 where ICU has no name of it.
int32_t calque_language_name(const char *language, const char *in, uint16_t *name,
                             int32_t capacity);

// The codes of ISO 3166 for countries, ended by NULL.
const char *const *calque_countries(void);
// What a country (FR) or a region of UN M49 (150) is called in a language, in UTF-16; -1 where ICU
// has no name of it.
int32_t calque_region_name(const char *region, const char *in, uint16_t *name, int32_t capacity);
// The codes of ISO 4217 for currencies in use, four bytes each with their NUL; the count of them.
int32_t calque_currencies(char (*codes)[4], int32_t capacity);
// What one unit of a currency is called in a language, in UTF-16; -1 where ICU has no name of it.
int32_t calque_currency_name(const char *currency, const char *in, uint16_t *name,
                             int32_t capacity);

// Normalisation and folding of UTF-16. Each returns the length wanted; a negative value is failure.
const calque_normalizer *calque_nfc(void);
const calque_normalizer *calque_nfd(void);
int32_t calque_normalize(const calque_normalizer *form, const uint16_t *source, int32_t length,
                         uint16_t *target, int32_t capacity);
int8_t calque_has_boundary_before(const calque_normalizer *form, int32_t scalar);
int8_t calque_is_normalized(const calque_normalizer *form, const uint16_t *source, int32_t length);
int32_t calque_fold_case(const uint16_t *source, int32_t length, uint16_t *target,
                         int32_t capacity);

// Break iteration over UTF-16. NULL where the iterator cannot be made.
calque_breaks *calque_word_breaks(const char *locale);
calque_breaks *calque_sentence_breaks(const char *locale);
int8_t calque_break_set_text(calque_breaks *breaks, const uint16_t *text, int32_t length);
int32_t calque_break_next(calque_breaks *breaks);
void calque_break_close(calque_breaks *breaks);

// Regular expressions over UTF-8. NULL where the pattern is wrong: behind `offset` scalars of the
// pattern's line `line`, which counts from 1.
calque_regex *calque_regex_open(const uint16_t *pattern, int32_t length, int8_t keeps_case,
                                int32_t *line, int32_t *offset);
void calque_regex_close(calque_regex *regex);
// The text to search, and the processor time that its search may take, in nanoseconds.
int8_t calque_regex_set_text(calque_regex *regex, const char *utf8, int64_t length, int64_t limit);
// The processor time that was taken since the text was set, in nanoseconds.
int64_t calque_regex_taken(const calque_regex *regex);
// The next occurrence, in bytes: 1 found, 0 no more, -1 given up for time or stack.
int32_t calque_regex_next(calque_regex *regex, int64_t *start, int64_t *end);

// Converters from a named encoding to UTF-16. NULL where ICU does not know the name.
calque_converter *calque_converter_open(const char *name);
void calque_converter_close(calque_converter *converter);
// Converts from `source`, of which `*used` bytes are taken, to at most `capacity` units, of which
// `*written` are filled: 0 all taken, 1 the target is full, -1 bytes that the encoding has not.
int32_t calque_converter_read(calque_converter *converter, const char *source, int32_t length,
                              int8_t is_last, int32_t *used, uint16_t *target, int32_t capacity,
                              int32_t *written);

#endif

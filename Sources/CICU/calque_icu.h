// The calls of ICU that Calque uses, under names that do not change with ICU's version.
//
// ICU renames its symbols by macros (u_charType_72 …) that Swift cannot see; a static inline
// wrapper is compiled where the macros are known.
#ifndef CALQUE_ICU_H
#define CALQUE_ICU_H

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/uregex.h>

// Properties of one scalar.
static inline int8_t calque_general_category(UChar32 c) { return u_charType(c); }
static inline UBool calque_is_white_space(UChar32 c) { return u_isUWhiteSpace(c); }
static inline int32_t calque_script(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  return (int32_t)uscript_getScript(c, &status);
}
static inline UChar32 calque_lower(UChar32 c) { return u_tolower(c); }

// Normalisation and folding of UTF-16. Each returns the length wanted; a negative value is failure.
static inline const UNormalizer2 *calque_nfc(void) {
  UErrorCode status = U_ZERO_ERROR;
  return unorm2_getNFCInstance(&status);
}
static inline const UNormalizer2 *calque_nfd(void) {
  UErrorCode status = U_ZERO_ERROR;
  return unorm2_getNFDInstance(&status);
}
static inline int32_t calque_normalize(const UNormalizer2 *form, const UChar *source, int32_t length,
                                       UChar *target, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t wanted = unorm2_normalize(form, source, length, target, capacity, &status);
  return (status == U_BUFFER_OVERFLOW_ERROR || !U_FAILURE(status)) ? wanted : -1;
}
static inline UBool calque_has_boundary_before(const UNormalizer2 *form, UChar32 c) {
  return unorm2_hasBoundaryBefore(form, c);
}
static inline UBool calque_is_normalized(const UNormalizer2 *form, const UChar *source,
                                         int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  return unorm2_quickCheck(form, source, length, &status) == UNORM_YES && !U_FAILURE(status);
}
static inline int32_t calque_fold_case(const UChar *source, int32_t length, UChar *target,
                                       int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t wanted =
      u_strFoldCase(target, capacity, source, length, U_FOLD_CASE_DEFAULT, &status);
  return (status == U_BUFFER_OVERFLOW_ERROR || !U_FAILURE(status)) ? wanted : -1;
}

// Break iteration over UTF-16. NULL where the iterator cannot be made.
static inline UBreakIterator *calque_break_open(UBreakIteratorType type, const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *it = ubrk_open(type, locale, NULL, 0, &status);
  if (U_FAILURE(status)) {
    if (it) ubrk_close(it);
    return NULL;
  }
  return it;
}
static inline UBreakIterator *calque_word_breaks(const char *locale) {
  return calque_break_open(UBRK_WORD, locale);
}
static inline UBreakIterator *calque_sentence_breaks(const char *locale) {
  return calque_break_open(UBRK_SENTENCE, locale);
}
static inline UBool calque_break_set_text(UBreakIterator *it, const UChar *text, int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(it, text, length, &status);
  return !U_FAILURE(status);
}
static inline int32_t calque_break_next(UBreakIterator *it) { return ubrk_next(it); }
static inline void calque_break_close(UBreakIterator *it) { ubrk_close(it); }

// A converter from a named encoding to UTF-16. NULL where ICU does not know the name.
static inline UConverter *calque_converter_open(const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &status);
  return U_FAILURE(status) ? NULL : converter;
}
static inline void calque_converter_close(UConverter *converter) { ucnv_close(converter); }

// Regular expressions over UTF-8. NULL where the pattern is wrong; `offset` says where, in UTF-16.
static inline URegularExpression *calque_regex_open(const UChar *pattern, int32_t length,
                                                    int32_t time_limit, int32_t *offset) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place = {0, 0, {0}, {0}};
  URegularExpression *regex =
      uregex_open(pattern, length, UREGEX_CASE_INSENSITIVE, &place, &status);
  if (!U_FAILURE(status)) uregex_setTimeLimit(regex, time_limit, &status);
  if (!U_FAILURE(status)) return regex;
  *offset = place.offset;
  uregex_close(regex);
  return NULL;
}
static inline void calque_regex_close(URegularExpression *regex) { uregex_close(regex); }
static inline UBool calque_regex_set_text(URegularExpression *regex, const char *utf8,
                                          int64_t length) {
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, utf8, length, &status);
  uregex_setUText(regex, &text, &status);  // keeps a clone of its own
  utext_close(&text);
  return !U_FAILURE(status);
}
// The next occurrence, in bytes: 1 found, 0 no more, -1 given up for time or stack.
static inline int32_t calque_regex_next(URegularExpression *regex, int64_t *start, int64_t *end) {
  UErrorCode status = U_ZERO_ERROR;
  UBool found = uregex_findNext(regex, &status);
  if (!U_FAILURE(status) && found) {
    *start = uregex_start64(regex, 0, &status);
    *end = uregex_end64(regex, 0, &status);
  }
  return U_FAILURE(status) ? -1 : found ? 1 : 0;
}

#endif

#include "calque_icu.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unicode/uloc.h>
#include <unicode/ubrk.h>
#include <unicode/ucnv.h>
#include <unicode/ucurr.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uregex.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

int8_t calque_general_category(int32_t scalar) { return u_charType(scalar); }

int8_t calque_is_white_space(int32_t scalar) { return u_isUWhiteSpace(scalar); }

int8_t calque_columns(int32_t scalar) {
  switch (u_charType(scalar)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
  }
  switch (u_getIntPropertyValue(scalar, UCHAR_HANGUL_SYLLABLE_TYPE)) {
    case U_HST_VOWEL_JAMO:
    case U_HST_TRAILING_JAMO:
      return 0;
  }
  switch (u_getIntPropertyValue(scalar, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH:
      return 2;
  }
  return 1;
}

int8_t calque_is_unspaced(int32_t scalar) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(scalar, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return 1;
    default:
      return 0;
  }
}

int8_t calque_is_language(const char *primary) {
  return uloc_getISO3Language(primary)[0] != 0;
}

const char *const *calque_languages(void) { return uloc_getISOLanguages(); }

int32_t calque_language_name(const char *language, const char *in, uint16_t *name,
                             int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = uloc_getDisplayLanguage(language, in, (UChar *)name, capacity, &status);
  // The default is the code itself.
  return U_FAILURE(status) || status == U_USING_DEFAULT_WARNING || length > capacity ? -1 : length;
}

const char *const *calque_countries(void) { return uloc_getISOCountries(); }

int32_t calque_region_name(const char *region, const char *in, uint16_t *name, int32_t capacity) {
  char locale[16] = "und_";
  if (strlen(region) + 4 >= sizeof locale) return -1;
  strcat(locale, region);
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = uloc_getDisplayCountry(locale, in, (UChar *)name, capacity, &status);
  return U_FAILURE(status) || status == U_USING_DEFAULT_WARNING || length > capacity ? -1 : length;
}

int32_t calque_currencies(char (*codes)[4], int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *all = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
  int32_t count = 0;
  int32_t length = 0;
  const char *code;
  while (count < capacity && (code = uenum_next(all, &length, &status)) && !U_FAILURE(status)) {
    if (length == 3) memcpy(codes[count++], code, 4);
  }
  uenum_close(all);
  return count;
}

int32_t calque_currency_name(const char *currency, const char *in, uint16_t *name,
                             int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UChar code[4] = {0};
  if (strlen(currency) != 3) return -1;
  u_charsToUChars(currency, code, 3);
  UBool is_choice = 0;
  int32_t length = 0;
  const UChar *found = ucurr_getPluralName(code, in, &is_choice, "one", &length, &status);
  if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING || length > capacity) return -1;
  u_memcpy((UChar *)name, found, length);
  return length;
}

const calque_normalizer *calque_nfc(void) {
  UErrorCode status = U_ZERO_ERROR;
  return (const calque_normalizer *)unorm2_getNFCInstance(&status);
}

const calque_normalizer *calque_nfd(void) {
  UErrorCode status = U_ZERO_ERROR;
  return (const calque_normalizer *)unorm2_getNFDInstance(&status);
}

// A length wanted that does not fit is no failure: the caller comes again with more room.
static int32_t wanted_or_failure(int32_t wanted, UErrorCode status) {
  return status == U_BUFFER_OVERFLOW_ERROR || !U_FAILURE(status) ? wanted : -1;
}

int32_t calque_normalize(const calque_normalizer *form, const uint16_t *source, int32_t length,
                         uint16_t *target, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t wanted = unorm2_normalize((const UNormalizer2 *)form, (const UChar *)source, length,
                                    (UChar *)target, capacity, &status);
  return wanted_or_failure(wanted, status);
}

int8_t calque_has_boundary_before(const calque_normalizer *form, int32_t scalar) {
  return unorm2_hasBoundaryBefore((const UNormalizer2 *)form, scalar);
}

int8_t calque_is_normalized(const calque_normalizer *form, const uint16_t *source,
                            int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  UNormalizationCheckResult result =
      unorm2_quickCheck((const UNormalizer2 *)form, (const UChar *)source, length, &status);
  return result == UNORM_YES && !U_FAILURE(status);
}

int32_t calque_fold_case(const uint16_t *source, int32_t length, uint16_t *target,
                         int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t wanted = u_strFoldCase((UChar *)target, capacity, (const UChar *)source, length,
                                 U_FOLD_CASE_DEFAULT, &status);
  return wanted_or_failure(wanted, status);
}

static calque_breaks *breaks_open(UBreakIteratorType type, const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *it = ubrk_open(type, locale, NULL, 0, &status);
  if (U_FAILURE(status)) {
    if (it) ubrk_close(it);
    return NULL;
  }
  return (calque_breaks *)it;
}

calque_breaks *calque_word_breaks(const char *locale) { return breaks_open(UBRK_WORD, locale); }

calque_breaks *calque_sentence_breaks(const char *locale) {
  return breaks_open(UBRK_SENTENCE, locale);
}

int8_t calque_break_set_text(calque_breaks *breaks, const uint16_t *text, int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText((UBreakIterator *)breaks, (const UChar *)text, length, &status);
  return !U_FAILURE(status);
}

int32_t calque_break_next(calque_breaks *breaks) { return ubrk_next((UBreakIterator *)breaks); }

void calque_break_close(calque_breaks *breaks) { ubrk_close((UBreakIterator *)breaks); }

struct calque_regex {
  URegularExpression *regex;
  int64_t start;     // when the text was set, by the thread's own clock
  int64_t deadline;  // when its search is given up
  uint32_t calls;
};

// The processor time that this thread has taken, in nanoseconds: it does not depend on how busy the
// machine is.
static int64_t calque_thread_time(void) {
  struct timespec now;
  if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) != 0) return 0;
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

// ICU calls this after a number of steps of its match engine, about every millisecond.
static UBool U_CALLCONV calque_regex_step(const void *context, int32_t steps) {
  return calque_thread_time() < ((const calque_regex *)context)->deadline;
}

// ICU calls this for each place of a text where no occurrence begins.
static UBool U_CALLCONV calque_regex_place(const void *context, int64_t place) {
  calque_regex *it = (calque_regex *)context;
  return (++it->calls & 15) != 0 || calque_thread_time() < it->deadline;
}

calque_regex *calque_regex_open(const uint16_t *pattern, int32_t length, int8_t keeps_case,
                                int32_t *line, int32_t *offset) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place = {0, 0, {0}, {0}};
  calque_regex *it = calloc(1, sizeof *it);
  if (it == NULL) return NULL;
  uint32_t flags = keeps_case ? 0 : UREGEX_CASE_INSENSITIVE;
  it->regex = uregex_open((const UChar *)pattern, length, flags, &place, &status);
  if (!U_FAILURE(status)) uregex_setMatchCallback(it->regex, calque_regex_step, it, &status);
  if (!U_FAILURE(status)) {
    uregex_setFindProgressCallback(it->regex, calque_regex_place, it, &status);
  }
  if (!U_FAILURE(status)) return it;
  *line = place.line;
  *offset = place.offset;
  calque_regex_close(it);
  return NULL;
}

void calque_regex_close(calque_regex *it) {
  uregex_close(it->regex);
  free(it);
}

int64_t calque_regex_taken(const calque_regex *it) { return calque_thread_time() - it->start; }

int8_t calque_regex_set_text(calque_regex *it, const char *utf8, int64_t length, int64_t limit) {
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  it->start = calque_thread_time();
  it->deadline = it->start + limit;
  utext_openUTF8(&text, utf8, length, &status);
  uregex_setUText(it->regex, &text, &status);  // keeps a clone of its own
  utext_close(&text);
  return !U_FAILURE(status);
}

int32_t calque_regex_next(calque_regex *it, int64_t *start, int64_t *end) {
  UErrorCode status = U_ZERO_ERROR;
  if (!calque_regex_place(it, 0)) return -1;
  UBool found = uregex_findNext(it->regex, &status);
  if (!U_FAILURE(status) && found) {
    *start = uregex_start64(it->regex, 0, &status);
    *end = uregex_end64(it->regex, 0, &status);
  }
  return U_FAILURE(status) ? -1 : found ? 1 : 0;
}

calque_converter *calque_converter_open(const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &status);
  if (!U_FAILURE(status)) {
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    if (!U_FAILURE(status)) return (calque_converter *)converter;
  }
  ucnv_close(converter);
  return NULL;
}

void calque_converter_close(calque_converter *converter) { ucnv_close((UConverter *)converter); }

int32_t calque_converter_read(calque_converter *converter, const char *source, int32_t length,
                              int8_t is_last, int32_t *used, uint16_t *target, int32_t capacity,
                              int32_t *written) {
  UErrorCode status = U_ZERO_ERROR;
  const char *from = source;
  UChar *to = (UChar *)target;
  ucnv_toUnicode((UConverter *)converter, &to, to + capacity, &from, source + length, NULL,
                 is_last, &status);
  *used = (int32_t)(from - source);
  *written = (int32_t)(to - (UChar *)target);
  if (status == U_BUFFER_OVERFLOW_ERROR) return 1;
  return U_FAILURE(status) ? -1 : 0;
}

#include "calque_bilingual_lexicon.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t table[] = {
#embed "fr-en.tsv"
};

const uint8_t *calque_bilingual_lexicon(void) { return table; }

size_t calque_bilingual_lexicon_size(void) { return sizeof table; }

#ifndef CALQUE_BILINGUAL_LEXICON_H
#define CALQUE_BILINGUAL_LEXICON_H

#include <stddef.h>
#include <stdint.h>

/* The table `fr-en.tsv` beside lexicon.c, as it stands in the program. */
const uint8_t *calque_bilingual_lexicon(void);

/* The size of the table in bytes. */
size_t calque_bilingual_lexicon_size(void);

#endif

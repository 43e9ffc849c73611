// SHA-256 by the processor's own instructions, which Swift cannot name.
#ifndef CALQUE_SHA256_H
#define CALQUE_SHA256_H

#include <stddef.h>
#include <stdint.h>

// Adds whole blocks of 64 bytes to the state of a digest; `constants` are the 64 of FIPS 180-4.
// Returns 0, with nothing done, where the processor has no such instructions.
int calque_sha256_add(uint32_t *state, const uint32_t *constants, const uint8_t *bytes,
                      size_t blocks);

#endif

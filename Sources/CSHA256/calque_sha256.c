#include "calque_sha256.h"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

// SSSE3 and SSE4.1 (leaf 1, ECX), SHA (leaf 7, EBX).
static int has_instructions(void) {
  static int known = -1;
  int has = __atomic_load_n(&known, __ATOMIC_RELAXED);
  if (has >= 0) return has;
  unsigned a, b, c, d;
  has = __get_cpuid(1, &a, &b, &c, &d) && (c & 1u << 9) && (c & 1u << 19) &&
        __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & 1u << 29);
  __atomic_store_n(&known, has, __ATOMIC_RELAXED);
  return has;
}

// The instructions want the eight words of the state as two vectors: a, b, e, f and c, d, g, h,
// the first word highest. Four words of the message are made, and four rounds done, at a time.
__attribute__((target("sha,sse4.1"))) static void add(uint32_t *state, const uint32_t *constants,
                                                      const uint8_t *bytes, size_t blocks) {
  const __m128i big_endian = _mm_set_epi64x(0x0C0D0E0F08090A0B, 0x0405060700010203);
  __m128i low = _mm_loadu_si128((const __m128i *)state);
  __m128i high = _mm_loadu_si128((const __m128i *)(state + 4));
  low = _mm_shuffle_epi32(low, 0xB1);
  high = _mm_shuffle_epi32(high, 0x1B);
  __m128i abef = _mm_alignr_epi8(low, high, 8);
  __m128i cdgh = _mm_blend_epi16(high, low, 0xF0);
  for (; blocks > 0; blocks--, bytes += 64) {
    const __m128i abef_before = abef, cdgh_before = cdgh;
    __m128i message[4];
#pragma clang loop unroll(full)
    for (int i = 0; i < 16; i++) {
      __m128i words;
      if (i < 4) {
        words = _mm_loadu_si128((const __m128i *)(bytes + 16 * i));
        words = _mm_shuffle_epi8(words, big_endian);
      } else {
        words = _mm_sha256msg1_epu32(message[i & 3], message[(i + 1) & 3]);
        words = _mm_add_epi32(
            words, _mm_alignr_epi8(message[(i + 3) & 3], message[(i + 2) & 3], 4));
        words = _mm_sha256msg2_epu32(words, message[(i + 3) & 3]);
      }
      message[i & 3] = words;
      words = _mm_add_epi32(words, _mm_loadu_si128((const __m128i *)(constants + 4 * i)));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, words);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(words, 0x0E));
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  low = _mm_shuffle_epi32(abef, 0x1B);
  high = _mm_shuffle_epi32(cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(low, high, 0xF0));
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(high, low, 8));
}

int calque_sha256_add(uint32_t *state, const uint32_t *constants, const uint8_t *bytes,
                      size_t blocks) {
  if (!has_instructions()) return 0;
  add(state, constants, bytes, blocks);
  return 1;
}

#else

int calque_sha256_add(uint32_t *state, const uint32_t *constants, const uint8_t *bytes,
                      size_t blocks) {
  (void)state, (void)constants, (void)bytes, (void)blocks;
  return 0;
}

#endif

// The part of zlib that Calque uses: reading gzip files as streams, with their checksums verified.
#ifndef CALQUE_ZLIB_H
#define CALQUE_ZLIB_H

#include <zlib.h>

// inflateInit2 is a macro. 16 more than the largest window stands for "gzip and nothing else", so
// that zlib itself verifies each member's checksum and length.
static inline int calque_inflate_open(z_stream *stream) {
  return inflateInit2(stream, 16 + MAX_WBITS);
}

#endif

// The part of zlib that Calque uses: reading gzip files as streams, with their checksums verified.
#ifndef CALQUE_ZLIB_H
#define CALQUE_ZLIB_H

#include <zlib.h>

#endif

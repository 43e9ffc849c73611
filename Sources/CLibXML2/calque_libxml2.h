// Where libxml2's headers are: CXML includes them by the flags that this target gives it.
#ifndef CALQUE_LIBXML2_H
#define CALQUE_LIBXML2_H

#include <libxml/parser.h>

#endif

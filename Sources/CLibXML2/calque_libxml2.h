// The part of libxml2 that Calque uses: the SAX2 push parser and its structured errors.
#ifndef CALQUE_LIBXML2_H
#define CALQUE_LIBXML2_H

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#endif

// libxml2's HTML parser as a push parser of events, under names and types of our own.
//
// The parser repairs what is wrong in a page: it opens and closes elements that the page leaves out,
// and reports them like the others.
#ifndef CALQUE_HTML_H
#define CALQUE_HTML_H

#include <stdint.h>

typedef struct calque_html calque_html;

// What the parser reports; `context` is what was given to calque_html_open.
typedef struct {
  // `attributes`: names and values in turn, a NULL at the end; NULL where there are none.
  void (*start)(void *context, const char *name, const char *const *attributes);
  void (*end)(void *context, const char *name);
  // Text with its entities decoded. Scripts and styles are not reported.
  void (*text)(void *context, const uint8_t *text, int length);
} calque_html_events;

// Opens a parser of UTF-8, whatever the page says its encoding is. NULL without memory.
calque_html *calque_html_open(calque_html_events events, void *context);
void calque_html_feed(calque_html *html, const char *bytes, int length, int is_last);
void calque_html_close(calque_html *html);

#endif

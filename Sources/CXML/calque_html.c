#include "calque_html.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>

struct calque_html {
  htmlParserCtxtPtr parser;
  calque_html_events events;
  void *context;
};

#define CHARS(text) ((const char *)(text))

static void calque_html_start(void *data, const xmlChar *name, const xmlChar **attributes) {
  calque_html *html = (calque_html *)data;
  html->events.start(html->context, CHARS(name), (const char *const *)attributes);
}

static void calque_html_end(void *data, const xmlChar *name) {
  calque_html *html = (calque_html *)data;
  html->events.end(html->context, CHARS(name));
}

static void calque_html_text(void *data, const xmlChar *text, int length) {
  calque_html *html = (calque_html *)data;
  html->events.text(html->context, (const uint8_t *)text, length);
}

calque_html *calque_html_open(calque_html_events events, void *context) {
  calque_html *html = (calque_html *)calloc(1, sizeof *html);
  if (html == NULL) return NULL;
  html->events = events;
  html->context = context;
  xmlInitParser();
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.initialized = 1;
  sax.startElement = calque_html_start;
  sax.endElement = calque_html_end;
  sax.characters = calque_html_text;
  sax.ignorableWhitespace = calque_html_text;
  html->parser = htmlCreatePushParserCtxt(&sax, html, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (html->parser == NULL) {
    free(html);
    return NULL;
  }
  // The text is UTF-8 whatever the page declares.
  htmlCtxtUseOptions(html->parser, HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                       HTML_PARSE_RECOVER | HTML_PARSE_IGNORE_ENC);
  return html;
}

void calque_html_feed(calque_html *html, const char *bytes, int length, int is_last) {
  htmlParseChunk(html->parser, bytes, length, is_last);
}

void calque_html_close(calque_html *html) {
  if (html->parser->myDoc) xmlFreeDoc(html->parser->myDoc);
  htmlFreeParserCtxt(html->parser);
  free(html);
}

// libxml2's SAX2 push parser of XML, under names and types of our own.
//
// libxml2's headers draw in ICU's, whose types clash with those that the toolchain's Foundation
// brings; hence, as for ICU, a C target whose header shows nothing of the library's.
#ifndef CALQUE_XML_H
#define CALQUE_XML_H

#include <stdint.h>

typedef struct calque_xml calque_xml;

// What the parser reports; `context` is what was given to calque_xml_open.
typedef struct {
  // `namespaces` pairs of prefix and URI; for each attribute local name, prefix, URI, start of the
  // value, its end.
  void (*start)(void *context, const char *name, const char *prefix, int namespaces,
                const char *const *namespace, int attributes, const char *const *attribute);
  void (*end)(void *context);
  void (*text)(void *context, const uint8_t *text, int length);
  void (*instruction)(void *context, const char *target, const char *text);
  // A general entity: its replacement text, or NULL where it is external.
  void (*declare)(void *context, const char *name, const char *content);
  // The text an entity stands for; NULL after an error of the callee's own.
  const char *(*entity)(void *context, const char *name, int in_attribute);
  void (*parameter_entity)(void *context, const char *name);
  // `detail` and `other` are the names that the message mentions first and second, if any.
  void (*problem)(void *context, int code, int is_fatal, int is_namespace, const char *message,
                  const char *detail, const char *other);
} calque_xml_events;

// Opens a parser of UTF-8, whatever the document says its encoding is. NULL without memory.
calque_xml *calque_xml_open(calque_xml_events events, void *context);
void calque_xml_feed(calque_xml *xml, const char *bytes, int length, int is_last);
void calque_xml_stop(calque_xml *xml);
void calque_xml_close(calque_xml *xml);
// How many bytes of the document lie before the place the parser stands at.
int64_t calque_xml_offset(const calque_xml *xml);
// What a known reference in an attribute is answered with.
const char *calque_xml_known(void);

// libxml2's numbers of the errors that Calque says in words of its own.
enum {
  calque_xml_document_empty = 4,
  calque_xml_document_end = 5,
  calque_xml_invalid_hex_charref = 6,
  calque_xml_invalid_dec_charref = 7,
  calque_xml_invalid_charref = 8,
  calque_xml_invalid_char = 9,
  calque_xml_semicolon_missing = 23,
  calque_xml_undeclared_entity = 26,
  calque_xml_lt_in_attribute = 38,
  calque_xml_attribute_not_started = 39,
  calque_xml_attribute_not_finished = 40,
  calque_xml_attribute_without_value = 41,
  calque_xml_attribute_redefined = 42,
  calque_xml_comment_not_finished = 45,
  calque_xml_cdata_not_finished = 63,
  calque_xml_reserved_name = 64,
  calque_xml_name_required = 68,
  calque_xml_gt_required = 73,
  calque_xml_ltslash_required = 74,
  calque_xml_tag_name_mismatch = 76,
  calque_xml_tag_not_finished = 77,
};

#endif

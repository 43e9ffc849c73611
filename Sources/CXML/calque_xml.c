#include "calque_xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <stdlib.h>
#include <string.h>

// The parser's structures change between versions of the library; all that is read of them is read
// here.
struct calque_xml {
  xmlParserCtxtPtr parser;
  calque_xml_events events;
  void *context;
  // What getEntity lends to the parser; it lives until the next reference.
  xmlEntity entity;
};

#define CHARS(text) ((const char *)(text))

static void calque_xml_start(void *data, const xmlChar *name, const xmlChar *prefix,
                                    const xmlChar *uri, int namespaces, const xmlChar **ns,
                                    int attributes, int defaulted, const xmlChar **attribute) {
  calque_xml *xml = (calque_xml *)data;
  (void)uri;
  (void)defaulted;
  xml->events.start(xml->context, CHARS(name), CHARS(prefix), namespaces, (const char *const *)ns,
                    attributes, (const char *const *)attribute);
}

static void calque_xml_end(void *data, const xmlChar *name, const xmlChar *prefix,
                                  const xmlChar *uri) {
  calque_xml *xml = (calque_xml *)data;
  (void)name;
  (void)prefix;
  (void)uri;
  xml->events.end(xml->context);
}

static void calque_xml_text(void *data, const xmlChar *text, int length) {
  calque_xml *xml = (calque_xml *)data;
  xml->events.text(xml->context, text, length);
}

static void calque_xml_instruction(void *data, const xmlChar *target, const xmlChar *text) {
  calque_xml *xml = (calque_xml *)data;
  xml->events.instruction(xml->context, CHARS(target), CHARS(text));
}

static void calque_xml_declare(void *data, const xmlChar *name, int type,
                                      const xmlChar *public_id, const xmlChar *system_id,
                                      xmlChar *content) {
  calque_xml *xml = (calque_xml *)data;
  (void)public_id;
  (void)system_id;
  if (type == XML_INTERNAL_GENERAL_ENTITY)
    xml->events.declare(xml->context, CHARS(name), content ? CHARS(content) : "");
  else if (type == XML_EXTERNAL_GENERAL_PARSED_ENTITY)
    xml->events.declare(xml->context, CHARS(name), NULL);
}

// In text an entity's replacement is handed on as it is, because the parser takes a predefined
// entity's content for character data and never parses, caches or expands it; so the callee decides
// what expands, and how far. In an attribute the parser writes the reference itself, for the callee
// to expand. In the DTD nothing is expanded.
static xmlEntityPtr calque_xml_entity(void *data, const xmlChar *name) {
  calque_xml *xml = (calque_xml *)data;
  if (xml->parser->inSubset != 0) return NULL;
  int in_attribute = xml->parser->instate == XML_PARSER_ATTRIBUTE_VALUE;
  const char *text = xml->events.entity(xml->context, CHARS(name), in_attribute);
  if (text == NULL) return NULL;
  memset(&xml->entity, 0, sizeof xml->entity);
  xml->entity.type = XML_ENTITY_DECL;
  xml->entity.name = name;
  if (in_attribute) {
    xml->entity.etype = XML_INTERNAL_GENERAL_ENTITY;
  } else {
    xml->entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
    xml->entity.content = (xmlChar *)text;
    xml->entity.length = (int)strlen(text);
  }
  return &xml->entity;
}

static xmlEntityPtr calque_xml_parameter_entity(void *data, const xmlChar *name) {
  calque_xml *xml = (calque_xml *)data;
  // The parser asks for every parameter entity it has just declared, too; only its use matters.
  if (xml->parser->instate == XML_PARSER_DTD && xml->parser->input->cur > xml->parser->input->base &&
      xml->parser->input->cur[-1] == ';')
    xml->events.parameter_entity(xml->context, CHARS(name));
  return NULL;
}

static void calque_xml_problem(void *data, const xmlError *error) {
  calque_xml *xml = (calque_xml *)data;
  xml->events.problem(xml->context, error->code, error->level == XML_ERR_FATAL,
                      error->domain == XML_FROM_NAMESPACE, error->message ? error->message : "",
                      error->str1 ? error->str1 : "", error->str2 ? error->str2 : "");
}

calque_xml *calque_xml_open(calque_xml_events events, void *context) {
  calque_xml *xml = (calque_xml *)calloc(1, sizeof *xml);
  if (xml == NULL) return NULL;
  xml->events = events;
  xml->context = context;
  xmlInitParser();
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = calque_xml_start;
  sax.endElementNs = calque_xml_end;
  sax.characters = calque_xml_text;
  sax.ignorableWhitespace = calque_xml_text;
  sax.cdataBlock = calque_xml_text;
  sax.processingInstruction = calque_xml_instruction;
  sax.entityDecl = calque_xml_declare;
  sax.getEntity = calque_xml_entity;
  sax.getParameterEntity = calque_xml_parameter_entity;
  sax.serror = (xmlStructuredErrorFunc)calque_xml_problem;
  xml->parser = xmlCreatePushParserCtxt(&sax, xml, NULL, 0, NULL);
  if (xml->parser == NULL) {
    free(xml);
    return NULL;
  }
  xmlCtxtUseOptions(xml->parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  return xml;
}

const char *calque_xml_known(void) { return ""; }

void calque_xml_feed(calque_xml *xml, const char *bytes, int length, int is_last) {
  xmlParseChunk(xml->parser, bytes, length, is_last);
}

void calque_xml_stop(calque_xml *xml) { xmlStopParser(xml->parser); }

int64_t calque_xml_offset(const calque_xml *xml) {
  const xmlParserInput *input = xml->parser->input;
  if (input == NULL) return 0;
  return (int64_t)input->consumed + (input->cur - input->base);
}

void calque_xml_close(calque_xml *xml) {
  if (xml->parser->myDoc) xmlFreeDoc(xml->parser->myDoc);
  xmlFreeParserCtxt(xml->parser);
  free(xml);
}

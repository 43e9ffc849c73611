#include "calque_archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>

// The functions of the library that are called here.
#define CALQUE_FUNCTIONS(F)                                                                  \
  F(archive_read_new) F(archive_read_support_format_zip_seekable) F(archive_read_open_memory) \
  F(archive_read_next_header) F(archive_read_data) F(archive_read_free)                      \
  F(archive_error_string) F(archive_entry_pathname_utf8) F(archive_entry_pathname)           \
  F(archive_entry_filetype) F(archive_entry_is_encrypted) F(archive_write_new)               \
  F(archive_write_set_format_zip) F(archive_write_set_bytes_in_last_block)                   \
  F(archive_write_open) F(archive_write_header) F(archive_write_data) F(archive_write_close) \
  F(archive_write_free) F(archive_entry_new) F(archive_entry_free)                           \
  F(archive_entry_set_pathname) F(archive_entry_set_size) F(archive_entry_set_filetype)      \
  F(archive_entry_set_perm) F(archive_entry_set_mtime)

#define CALQUE_MEMBER(name) __typeof__(&name) name;
static struct {
  CALQUE_FUNCTIONS(CALQUE_MEMBER)
} library;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int is_there = 0;

static void load(void) {
  // The number is that of libarchive 3, the version since 2011.
  void *handle = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return;
  is_there = 1;
#define CALQUE_FIND(name)                                  \
  *(void **)(&library.name) = dlsym(handle, #name);        \
  if (!library.name) is_there = 0;
  CALQUE_FUNCTIONS(CALQUE_FIND)
}

int calque_archive_is_there(void) {
  pthread_once(&once, load);
  return is_there;
}

struct calque_zip {
  struct archive *archive;
  struct archive_entry *entry;
  int is_broken;
};

calque_zip *calque_zip_open(const void *bytes, size_t size) {
  if (!calque_archive_is_there()) return NULL;
  calque_zip *zip = calloc(1, sizeof *zip);
  if (!zip) return NULL;
  zip->archive = library.archive_read_new();
  if (!zip->archive) {
    free(zip);
    return NULL;
  }
  zip->is_broken = library.archive_read_support_format_zip_seekable(zip->archive) != ARCHIVE_OK ||
                   library.archive_read_open_memory(zip->archive, bytes, size) != ARCHIVE_OK;
  return zip;
}

int calque_zip_next(calque_zip *zip) {
  if (zip->is_broken) return -1;
  int status = library.archive_read_next_header(zip->archive, &zip->entry);
  if (status == ARCHIVE_EOF) return 0;
  // A warning is about what Calque does not ask for: owners, dates, a name in an old code page.
  if (status == ARCHIVE_OK || status == ARCHIVE_WARN) return 1;
  zip->is_broken = 1;
  return -1;
}

const char *calque_zip_name(const calque_zip *zip) {
  const char *name = library.archive_entry_pathname_utf8(zip->entry);
  return name ? name : library.archive_entry_pathname(zip->entry);
}

int calque_zip_is_file(const calque_zip *zip) {
  return library.archive_entry_filetype(zip->entry) == AE_IFREG;
}

int calque_zip_is_encrypted(const calque_zip *zip) {
  return library.archive_entry_is_encrypted(zip->entry);
}

int64_t calque_zip_read(calque_zip *zip, void *buffer, size_t size) {
  // A wrong checksum or length is a warning to the library, and an error here.
  int64_t count = library.archive_read_data(zip->archive, buffer, size);
  return count < 0 ? -1 : count;
}

const char *calque_zip_error(calque_zip *zip) {
  const char *text = library.archive_error_string(zip->archive);
  return text ? text : "";
}

void calque_zip_close(calque_zip *zip) {
  library.archive_read_free(zip->archive);
  free(zip);
}

struct calque_zip_writer {
  struct archive *archive;
  calque_zip_sink sink;
  void *context;
};

static la_ssize_t pass_on(struct archive *archive, void *data, const void *bytes, size_t size) {
  (void)archive;
  calque_zip_writer *writer = (calque_zip_writer *)data;
  writer->sink(writer->context, bytes, size);
  return (la_ssize_t)size;
}

calque_zip_writer *calque_zip_write(calque_zip_sink sink, void *context) {
  if (!calque_archive_is_there()) return NULL;
  calque_zip_writer *writer = calloc(1, sizeof *writer);
  if (!writer) return NULL;
  writer->sink = sink;
  writer->context = context;
  writer->archive = library.archive_write_new();
  if (writer->archive && library.archive_write_set_format_zip(writer->archive) == ARCHIVE_OK &&
      library.archive_write_set_bytes_in_last_block(writer->archive, 1) == ARCHIVE_OK &&
      library.archive_write_open(writer->archive, writer, NULL, pass_on, NULL) == ARCHIVE_OK) {
    return writer;
  }
  if (writer->archive) library.archive_write_free(writer->archive);
  free(writer);
  return NULL;
}

int calque_zip_add(calque_zip_writer *writer, const char *name, const void *bytes, size_t size) {
  struct archive_entry *entry = library.archive_entry_new();
  if (!entry) return 0;
  library.archive_entry_set_pathname(entry, name);
  library.archive_entry_set_size(entry, (la_int64_t)size);
  library.archive_entry_set_filetype(entry, AE_IFREG);
  library.archive_entry_set_perm(entry, 0644);
  // 2 January 1980: the first day that a zip file can name in every time zone.
  library.archive_entry_set_mtime(entry, 315619200, 0);
  int is_done =
      library.archive_write_header(writer->archive, entry) == ARCHIVE_OK &&
      (size == 0 || library.archive_write_data(writer->archive, bytes, size) == (la_ssize_t)size);
  library.archive_entry_free(entry);
  return is_done;
}

int calque_zip_finish(calque_zip_writer *writer) {
  int is_done = library.archive_write_close(writer->archive) == ARCHIVE_OK;
  library.archive_write_free(writer->archive);
  free(writer);
  return is_done;
}

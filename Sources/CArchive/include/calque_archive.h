// The part of libarchive that Calque uses: zip files in memory, read entry by entry, and written.
//
// The library is loaded when the first zip file is met. Linked as usual, libarchive and the five
// libraries that it needs would cost every start of the program 1.8 million instructions, a tenth
// of a cold lookup.
#ifndef CALQUE_ARCHIVE_H
#define CALQUE_ARCHIVE_H

#include <stddef.h>
#include <stdint.h>

typedef struct calque_zip calque_zip;
typedef struct calque_zip_writer calque_zip_writer;

// Whether libarchive is installed; loads it the first time.
int calque_archive_is_there(void);

// Opens a zip file of `size` bytes, which must outlive the result. NULL without memory; an error
// of the file is that of the first call of calque_zip_next.
calque_zip *calque_zip_open(const void *bytes, size_t size);
// Goes to the next entry: 1 if there is one, 0 at the end, -1 after an error.
int calque_zip_next(calque_zip *zip);
// The name of the entry; NULL if the library cannot tell it in UTF-8.
const char *calque_zip_name(const calque_zip *zip);
int calque_zip_is_file(const calque_zip *zip);
int calque_zip_is_encrypted(const calque_zip *zip);
// Reads the entry: the number of bytes, 0 at its end (the checksum agrees), -1 after an error.
int64_t calque_zip_read(calque_zip *zip, void *buffer, size_t size);
// The library's words for the last error; empty if it has none.
const char *calque_zip_error(calque_zip *zip);
void calque_zip_close(calque_zip *zip);

// Takes the bytes of the file; `context` is what was given to calque_zip_write.
typedef void (*calque_zip_sink)(void *context, const void *bytes, size_t size);

// Begins a zip file of deflated entries. NULL without memory.
calque_zip_writer *calque_zip_write(calque_zip_sink sink, void *context);
// Adds an entry with a fixed date, so that equal content gives equal files; 0 after an error.
int calque_zip_add(calque_zip_writer *writer, const char *name, const void *bytes, size_t size);
// Writes the end and frees the writer; 0 after an error.
int calque_zip_finish(calque_zip_writer *writer);

#endif

#ifndef CALQUE_PROCESS_H
#define CALQUE_PROCESS_H

/* What only C can do for a process: its arguments without /proc, and signal handlers that call
   nothing but async-signal-safe functions, and memory that is given back. */

/* The process's arguments with the program's name, as main was given them; -1 where the C library
   hands none to constructors. */
int calque_argument_count(void);

/* An argument by its place; NULL outside of 0..<calque_argument_count(). */
const char *calque_argument(int place);

/* Makes a file that must not be there yet (O_EXCL, O_NOFOLLOW) and notes its path, so that a signal
   that ends the process removes it.
   Returns its descriptor, or -1 with errno. *note is what calque_temporary_forget takes; -1 where the
   path could not be noted: it is too long, or CALQUE_TEMPORARY_LIMIT files are noted already. */
int calque_temporary_create(const char *path, unsigned mode, int *note);

/* Forgets a noted path: the file has been renamed or removed. */
void calque_temporary_forget(int note);

/* SIGPIPE becomes an error of writing. SIGINT, SIGTERM and SIGHUP remove the noted files; then SIGINT
   ends the process with the exit code 130, the others end it as they do without a handler. A signal
   that the caller had ignored stays ignored. */
void calque_signals_install(void);

/* What such a signal writes to standard error before the end, in its first 1024 bytes; NULL for
   nothing. A signal that comes meanwhile writes nothing. */
void calque_last_words(const char *text);

/* Gives the system back what was freed and is kept for later, where the C library can. */
void calque_memory_give_back(void);

enum { CALQUE_TEMPORARY_LIMIT = 64 };

#endif

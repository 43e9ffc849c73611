#define _GNU_SOURCE
#include "calque_process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Arguments */

static int argument_count = -1;
static char **arguments;

/* glibc calls constructors with the arguments of main. */
__attribute__((constructor)) static void keep_arguments(int count, char **values) {
  argument_count = count;
  arguments = values;
}

int calque_argument_count(void) { return argument_count; }

const char *calque_argument(int place) {
  return place >= 0 && place < argument_count ? arguments[place] : NULL;
}

/* Temporary files

   A slot is free, being filled, or noted. The handler reads only noted slots; it waits for a slot
   that another thread is filling, so that no file comes into being behind its back. A thread that
   fills a slot has its signals blocked, so the handler never waits for the thread that it runs on. */

enum { PATH_SIZE = 4096 };
enum { FREE, FILLING, NOTED };

static struct {
  atomic_int state;
  char path[PATH_SIZE];
} slots[CALQUE_TEMPORARY_LIMIT];

static atomic_int is_ending;

static int take_slot(void) {
  for (int place = 0; place < CALQUE_TEMPORARY_LIMIT; place++) {
    int expected = FREE;
    if (atomic_compare_exchange_strong(&slots[place].state, &expected, FILLING)) return place;
  }
  return -1;
}

int calque_temporary_create(const char *path, unsigned mode, int *note) {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  size_t size = strlen(path) + 1;
  *note = size <= PATH_SIZE ? take_slot() : -1;
  int descriptor = -1;
  int code = EINTR;
  if (!atomic_load(&is_ending)) {
    descriptor =
        open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, (mode_t)mode);
    code = errno;
  }
  if (*note >= 0) {
    if (descriptor >= 0) memcpy(slots[*note].path, path, size);
    atomic_store(&slots[*note].state, descriptor >= 0 ? NOTED : FREE);
    if (descriptor < 0) *note = -1;
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  errno = code;
  return descriptor;
}

void calque_temporary_forget(int note) {
  if (note >= 0 && note < CALQUE_TEMPORARY_LIMIT) atomic_store(&slots[note].state, FREE);
}

static void remove_noted_files(void) {
  const struct timespec moment = {0, 1000000};
  atomic_store(&is_ending, 1);
  for (int place = 0; place < CALQUE_TEMPORARY_LIMIT; place++) {
    /* Opening a file can hang on a dead network drive; the process still ends. */
    for (int turn = 0; turn < 1000 && atomic_load(&slots[place].state) == FILLING; turn++)
      nanosleep(&moment, NULL);
    if (atomic_load(&slots[place].state) == NOTED) unlink(slots[place].path);
  }
}

/* Signals */

static char last_words[1024];
static atomic_size_t last_words_size;

void calque_last_words(const char *text) {
  atomic_store(&last_words_size, 0);
  if (text == NULL) return;
  size_t size = strnlen(text, sizeof last_words);
  memcpy(last_words, text, size);
  atomic_store(&last_words_size, size);
}

static void end(int number) {
  remove_noted_files();
  size_t size = atomic_load(&last_words_size);
  /* Nobody can be told that they could not be written. */
  if (size > 0 && write(STDERR_FILENO, last_words, size) < 0) atomic_store(&last_words_size, 0);
  if (number == SIGINT) _exit(130);
  signal(number, SIG_DFL);
  raise(number);
}

void calque_signals_install(void) {
  static const int ending[] = {SIGINT, SIGTERM, SIGHUP};
  sigset_t caught;
  signal(SIGPIPE, SIG_IGN);
  sigemptyset(&caught);
  for (size_t place = 0; place < sizeof ending / sizeof *ending; place++) {
    struct sigaction before, action;
    memset(&action, 0, sizeof action);
    action.sa_handler = end;
    sigfillset(&action.sa_mask);
    if (sigaction(ending[place], NULL, &before) != 0 || before.sa_handler == SIG_IGN) continue;
    sigaction(ending[place], &action, NULL);
    sigaddset(&caught, ending[place]);
  }
  /* Blocked signals are inherited, and programs that start others from a worker thread pass on a mask
     that nobody chose. */
  pthread_sigmask(SIG_UNBLOCK, &caught, NULL);
}

void calque_memory_give_back(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

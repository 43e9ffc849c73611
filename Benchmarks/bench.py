#!/usr/bin/env python3
"""Measures lookup: against its twin, the scan, and against other programs where they are installed.

Python 3.11, standard library; rapidfuzz and translate-toolkit (PyPI) take part where Python finds
them. `make bench` builds the release and runs this; options go in BENCH, e.g.

    make bench BENCH="--full"
    make bench BENCH="--memory own.tsv --queries own.txt"

Stores are made anew below .build/bench from seeded, made-up memories, or from the first lines of
--memory (two columns, source and target). Times are the least of three passes and belong to the
machine and its load; counts are without noise.
"""

import argparse
import importlib.util
import json
import math
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile
import time

import memories
import plot

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
COUNTS = ("postings", "records", "overlaps", "distances")
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
SEED = 7

# A process is started by a bare interpreter: Linux counts the resident memory of the starting
# process into the peak of the started one.
CHILD = """
import json, os, sys, time
source, answers, errors, *command = sys.argv[1:]
files = [(os.POSIX_SPAWN_OPEN, 0, source, os.O_RDONLY, 0),
         (os.POSIX_SPAWN_OPEN, 1, answers, os.O_WRONLY | os.O_CREAT, 0o600),
         (os.POSIX_SPAWN_OPEN, 2, errors, os.O_WRONLY | os.O_CREAT, 0o600)]
start = time.perf_counter()
process = os.posix_spawn(command[0], command, os.environ, file_actions=files)
_, status, usage = os.wait4(process, 0)
print(json.dumps([time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss,
                  os.waitstatus_to_exitcode(status)]))
"""


class Run:
    """A process that has ended: seconds of wall and CPU, peak in MB, what it said."""

    def __init__(self, command, text=""):
        with tempfile.TemporaryDirectory() as folder:
            paths = [pathlib.Path(folder, name) for name in ("in", "out", "err")]
            paths[0].write_text(text, encoding="utf-8")
            child = [sys.executable, "-I", "-S", "-c", CHILD, *map(str, paths), *map(str, command)]
            ran = subprocess.run(child, capture_output=True, check=True)
            self.wall, self.cpu, peak, status = json.loads(ran.stdout)
            self.peak = peak / 1024
            self.output = paths[1].read_text(encoding="utf-8")
            said = paths[2].read_text(encoding="utf-8").strip()
        if status not in (0, 1):
            sys.exit(f"bench: calque {command[1]} ended with {status}: {said[-400:]}")


def percentile(values, percent):
    values = sorted(values)
    return values[min(len(values) - 1, math.ceil(len(values) * percent / 100) - 1)]


def mean(values):
    values = list(values)
    return sum(values) / max(1, len(values))


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def megabytes(path):
    """The size of a file, or of all files of a folder."""
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(f.stat().st_size for f in files if f.is_file()) / 1e6


def name(size):
    """10k, 100k, 1.17M."""
    return f"{size / 1e6:.3g}M" if size >= 1_000_000 else f"{size / 1e3:.3g}k"


class Store:
    """A store of a size, made anew, with what it cost."""

    def __init__(self, calque, folder, table, size):
        self.calque, self.size, self.path = calque, size, folder / f"{name(size)}.db"
        self.index = pathlib.Path(f"{self.path}-index")
        Run([calque, "init", "--store", self.path, "--pair", "fr-en"])
        made = Run([calque, "import", table, "--store", self.path, "--as", "memory", "--pair",
                    "fr-en", "--json"])
        self.units = json.loads(made.output)["stored"]
        # The sizes first: the lookups that follow build the index anew.
        self.bytes, self.index_bytes = megabytes(self.path), megabytes(self.index)
        shutil.rmtree(self.index, ignore_errors=True)
        without, after = self.cold(), self.cold()
        colds = [self.cold() for _ in range(11)]
        self.row = [
            name(size), self.units, made.wall, made.cpu, self.units / made.cpu, made.peak,
            self.bytes, self.index_bytes, without.wall - after.wall, without.cpu - after.cpu,
            percentile([c.wall for c in colds], 50) * 1e3, min(c.cpu for c in colds) * 1e3,
            max(c.peak for c in colds)]

    def cold(self):
        """One query, one process."""
        query = "Le ministère examine un accord sur le climat.\n"
        return Run([self.calque, "lookup", "--store", self.path, "--pair", "fr-en", "--json"], query)

    def ask(self, queries, least, flags=()):
        """The answers, one a query."""
        text = "".join(query + "\n" for query in queries)
        command = [self.calque, "lookup", "--store", self.path, "--pair", "fr-en", "--json",
                   "--timing", "--jobs", "1", "--min-score", str(least), "--limit", "5", *flags]
        lines = Run(command, text).output.split("\n")
        return [json.loads(line) for line in lines if line]


def measure(store, queries, least, passes):
    """Times and counts of a query set."""
    best = None
    for _ in range(passes):
        answers = store.ask(queries, least)
        times = [answer["microseconds"] for answer in answers]
        best = times if best is None else list(map(min, best, times))
    counted = [answer["counts"] for answer in answers if answer.get("counts")]
    if len(counted) < len(queries):
        say(f"bench: {len(queries) - len(counted)} answers did not come from the index")
    return {
        "p50": percentile(best, 50), "p90": percentile(best, 90), "p99": percentile(best, 99),
        "matched": sum(bool(answer["matches"]) for answer in answers),
        **{count: mean(c[count] for c in counted) for count in COUNTS}}


def scan(store, queries, least):
    """The twin: its times, and whether the index gives the same."""
    slow = store.ask(queries, least, ["--scan"])
    fast = store.ask(queries, least)
    if [a["matches"] for a in slow] != [a["matches"] for a in fast]:
        sys.exit("bench: the index and the scan differ")
    return [answer["microseconds"] for answer in slow]


def rapidfuzz(sources, least):
    """Exact character distance over everything, with a cut-off."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    return lambda query: process.extract(
        query, sources, scorer=Levenshtein.normalized_similarity, score_cutoff=least / 100, limit=5)


def translate_toolkit(sources, least):
    """Its comparer on every source of a length that can reach the threshold."""
    from translate.search.lshtein import LevenshteinComparer

    comparer = LevenshteinComparer(max_len=1_000)

    def ask(query):
        found = []
        for source in sources:
            if least * max(len(query), len(source)) <= 100 * min(len(query), len(source)):
                score = comparer.similarity(query, source, least)
                if score >= least:
                    found.append((score, source))
        return sorted(found, reverse=True)[:5]

    return ask


PEERS = {"rapidfuzz": rapidfuzz, "translate-toolkit": translate_toolkit}
PACKAGES = {"rapidfuzz": "rapidfuzz", "translate-toolkit": "translate"}


def peers(sources, queries, least):
    """Yields the name of each installed peer and its times."""
    for peer, make in PEERS.items():
        if importlib.util.find_spec(PACKAGES[peer]) is None:
            continue
        ask = make(sources, least)
        times = []
        for query in queries:
            start = time.thread_time()
            ask(query)
            times.append((time.thread_time() - start) * 1e6)
        yield peer, times


def machine():
    """The machine in a line."""
    model, memory, system = platform.machine(), "", platform.system()
    try:
        for line in open("/proc/cpuinfo", encoding="utf-8"):
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
        for line in open("/proc/meminfo", encoding="utf-8"):
            if line.startswith("MemTotal"):
                memory = f", {int(line.split()[1]) / 2**20:.0f} GB of memory"
        for line in open("/etc/os-release", encoding="utf-8"):
            if line.startswith("PRETTY_NAME"):
                system = line.split("=", 1)[1].strip().strip('"')
    except OSError:
        pass
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    return f"{model}, {os.cpu_count()} cores{memory}; {system}{load}"


def cell(value):
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}" if abs(value) >= 1e-9 else "0"
    return f"{value:,}" if isinstance(value, int) else str(value)


def table(head, rows):
    """A table that reads as text and as Markdown."""
    cells = [head] + [[cell(value) for value in row] for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    texts = {c for c, value in enumerate(rows[0]) if isinstance(value, str)} if rows else set()

    def line(row):
        padded = [v.ljust(w) if c in texts else v.rjust(w)
                  for c, (v, w) in enumerate(zip(row, widths))]
        return "| " + " | ".join(padded) + " |"

    rule = ["-" * w if c in texts else "-" * (w - 1) + ":" for c, w in enumerate(widths)]
    return "\n".join([line(cells[0]), "| " + " | ".join(rule) + " |", *map(line, cells[1:])])


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calque", default=ROOT / ".build-release/release/calque",
                        type=pathlib.Path, help="the program (the one make release builds)")
    parser.add_argument("--sizes", help="memory sizes, e.g. 10000,100000")
    parser.add_argument("--full", action="store_true", help="1.17 million units too")
    parser.add_argument("--memory", type=pathlib.Path, help="a TSV of source and target")
    parser.add_argument("--queries", type=pathlib.Path, action="append",
                        help="a query set, one query a line; repeatable")
    parser.add_argument("--min-scores", default="70,50")
    parser.add_argument("--count", type=int, default=300, help="queries a set")
    parser.add_argument("--sample", type=int, default=12, help="queries for the twin and the peers")
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--dry-run", action="store_true", help="print, but change no file here")
    return parser.parse_args()


def lines(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        return [line.rstrip("\n") for line in file]


def memory(given, folder, sizes):
    """A table for each size, the smaller the beginning of the larger."""
    if given:
        pairs = ["\t".join(line.split("\t")[:2]) for line in lines(given)]
        sizes = [s for s in sizes if s < len(pairs)] + [len(pairs)]
    else:
        memories.write(folder / "memory.tsv", SEED, max(sizes))
        pairs = lines(folder / "memory.tsv")
    sizes = sorted(set(sizes))
    for size in sizes:
        with open(folder / f"{size}.tsv", "w", encoding="utf-8", newline="\n") as file:
            file.writelines(pair + "\n" for pair in pairs[:size])
    return sizes, [pair.split("\t")[0] for pair in pairs]


def main():
    options = arguments()
    sizes = [int(s) for s in (options.sizes or "10000,100000").split(",")]
    if options.full or options.memory and not options.sizes:
        sizes.append(1_170_000)
    levels = [int(level) for level in options.min_scores.split(",")]
    folder = ROOT / ".build" / "bench"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    say(f"bench: memories of {', '.join(map(name, sizes))} in .build/bench")
    sizes, sources = memory(options.memory, folder, sizes)
    if options.queries:
        sets = {path.stem: [q for q in lines(path) if q.strip()][:options.count]
                for path in options.queries}
    else:
        sets = memories.queries(SEED + 1, sources[:sizes[0]], options.count)

    stores = []
    for size in sizes:
        say(f"bench: a store of {name(size)} ...")
        stores.append(Store(options.calque, folder, folder / f"{size}.tsv", size))
    results = {}
    for store in stores:
        say(f"bench: asking {name(store.size)} ...")
        for queries in sets:
            for least in levels:
                results[store.size, queries, least] = measure(
                    store, sets[queries], least, options.passes)

    parts = ["Making and opening a store", table(
        ["units", "stored", "import s", "CPU s", "units/s CPU", "peak MB", "store MB", "index MB",
         "index anew s", "CPU s", "cold ms", "CPU ms", "peak MB"], [s.row for s in stores])]
    parts += ["Answering a query by the index, in microseconds, and what it touches", table(
        ["units", "queries", "from", "p50", "p90", "p99", "found", *COUNTS],
        [[name(size), queries, f"{least} %", r["p50"], r["p90"], r["p99"], r["matched"],
          *(r[c] for c in COUNTS)] for (size, queries, least), r in results.items()])]
    if len(stores) > 1:
        low, high = stores[0].size, stores[-1].size
        rows = [[queries, f"{least} %", math.log(
            results[high, queries, least]["p50"] / results[low, queries, least]["p50"])
            / math.log(high / low)] for queries in sets for least in levels]
        parts += [f"Growth: b in p50 = a · units^b, from {name(low)} to {name(high)}",
                  table(["queries", "from", "b"], rows)]

    for peer in PEERS:
        if importlib.util.find_spec(PACKAGES[peer]) is None:
            say(f"bench: {peer} is not installed: left out (python3 -m pip install {peer})")
    rows = []
    store = ([s for s in stores if s.size <= 100_000] or stores)[-1]
    size, sources = store.size, sources[:store.size]
    say(f"bench: the twin and the peers, {options.sample} queries ...")
    for queries in sets:
        some = sets[queries][:options.sample]
        fast = measure(store, some, levels[0], options.passes)
        ours = fast["p50"]
        rows.append([queries, "calque", ours, fast["p90"], 1.0])
        others = [("calque --scan", scan(store, some, levels[0])),
                  *peers(sources, some, levels[0])]
        rows += [[queries, who, percentile(times, 50), percentile(times, 90),
                  percentile(times, 50) / ours] for who, times in others]
    if stores[-1] is not store:
        large = stores[-1]
        few = next(iter(sets.values()))[:max(3, options.sample // 4)]
        times = scan(large, few, levels[0])
        say(f"bench: at {name(large.size)} index and scan agree on {len(few)} queries")
        ours = results[large.size, next(iter(sets)), levels[0]]["p50"]
        rows.append([f"{next(iter(sets))}, {name(large.size)}", "calque --scan",
                     percentile(times, 50), percentile(times, 90), percentile(times, 50) / ours])
    parts += [f"The same {options.sample} queries at {name(size)} from {levels[0]} %, by others: "
              "microseconds; times differ, and so do the similarities",
              table(["queries", "program", "p50", "p90", "times calque"], rows)]

    version = Run([options.calque, "--version"]).output.strip()
    made_of = "a given memory" if options.memory else f"made-up memories, seed {SEED}"
    head = f"Calque {version}, {time.strftime('%Y-%m-%d')}; {machine()}. {made_of[0].upper()}" \
           f"{made_of[1:]}; {options.passes} passes, one thread, at most 5 matches."
    text = "\n\n".join([head, *parts])
    print(text)
    if options.dry_run:
        return
    curves = {q: [(s.size, results[s.size, q, levels[0]]["p50"]) for s in stores] for q in sets}
    (HERE / "p50.svg").write_text(
        plot.svg(curves, f"p50 of a lookup from {levels[0]} %"), encoding="utf-8")
    page = (HERE / "README.md").read_text(encoding="utf-8")
    before, rest = page.split(BEGIN)
    page = f"{before}{BEGIN}\n{text}\n{END}{rest.split(END)[1]}"
    (HERE / "README.md").write_text(page, encoding="utf-8")
    say("bench: Benchmarks/README.md and Benchmarks/p50.svg show these figures")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()

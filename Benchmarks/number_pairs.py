#!/usr/bin/env python3
"""Real pairs that differ in numbers, dates and days alone: are their translations adapted rightly?

usage: number_pairs.py --calque PATH MEMORY.tsv [--count 300] [--seed 1] [--pair fr-en] [--show N]

MEMORY.tsv has the two sides in its first columns, as the pair names them. Two of its pairs are taken
where the sources are equal but for numbers, months and days of the week, and the targets are, too.
The first goes into a new store, the source of the second is looked up, and the adapted translation is
compared with the second's own target: what people wrote. Spaces inside numbers count as one kind.

Prints how many came out right, how many came adapted but differ (each is shown: people are not
consistent either), and how many were not adapted and carry a flag.
"""
import argparse, collections, json, lzma, os, random, re, subprocess, sys, tempfile

MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre January February March April May June July August September October November December".split()
DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBER = r"\d+(?:[.,]\d+|[   ]\d{3}(?!\d))*"
SLOT = re.compile(rf"(?<![\w]){NUMBER}(?!\w)|\b(?:{'|'.join(MONTHS + DAYS)})\b")


def skeleton(text): return SLOT.sub("\x00", text)
def slots(text): return SLOT.findall(text)
def plain(text): return re.sub("[  ]", " ", text)


def lines(path):
    with (lzma.open(path, "rt", encoding="utf-8") if path.endswith(".xz") else open(path, encoding="utf-8")) as file:
        for line in file:
            columns = line.rstrip("\n").split("\t")
            if len(columns) >= 2: yield columns[0], columns[1]


def pairs(path, count, seed):
    groups, kept = collections.defaultdict(list), {}
    for source, target in lines(path):
        here = slots(source)
        if not here or len(source) > 300 or len(re.findall(r"[^\W\d_]{2,}", skeleton(source))) < 3: continue
        key = hash((skeleton(source), skeleton(target)))
        if len(groups[key]) < 4 and all(source != s for s, _ in groups[key]): groups[key].append((source, target))
    found = []
    for group in groups.values():
        group = [(s, t) for s, t in group if sorted(slots(s)) != sorted(slots(group[0][0])) or (s, t) == group[0]]
        if len(group) > 1 and skeleton(group[0][0]) == skeleton(group[1][0]): found.append((group[0], group[1]))
    random.Random(seed).shuffle(found)
    return found[:count]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("memory"); parser.add_argument("--calque", required=True); parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1); parser.add_argument("--pair", default="fr-en"); parser.add_argument("--show", type=int, default=40)
    a = parser.parse_args()
    chosen = pairs(a.memory, a.count, a.seed)
    right, other, flagged, lost = 0, [], collections.Counter(), []
    with tempfile.TemporaryDirectory() as folder:
        store = f"{folder}/calque.db"
        def run(*arguments, text=None):
            return subprocess.run([os.path.abspath(a.calque), *arguments, "--store", store], input=text, capture_output=True, text=True, cwd=folder)
        run("init")
        with open(f"{folder}/memory.{a.pair}.tsv", "w", encoding="utf-8") as file:
            file.writelines(f"{s}\t{t}\n" for (s, t), _ in chosen)
        run("import", "--as", "memory", "--pair", a.pair, f"memory.{a.pair}.tsv")
        answers = run("lookup", "--json", "--pair", a.pair, "--limit", "20", text="".join(s + "\n" for _, (s, _) in chosen)).stdout.splitlines()
        for ((source, target), (query, wanted)), line in zip(chosen, answers):
            match = next((m for m in json.loads(line)["matches"] if m["source"] == source), None)
            if match is None: lost.append((query, source))
            elif "adapted" not in match["flags"]: flagged["flagged" if {"numbers", "dates"} & set(match["flags"]) else "not flagged"] += 1; lost.append((query, source, target))
            elif plain(match["target"]) == plain(wanted): right += 1
            else: other.append((query, match["target"], wanted))
    print(f"{len(chosen)} pairs: {right} adapted as people wrote, {len(other)} adapted otherwise, not adapted: {dict(flagged)}, no match: {len(lost) - sum(flagged.values())}")
    for query, got, wanted in other[:a.show]: print(f"\nquery   {query}\nadapted {got}\nwritten {wanted}")
    if a.show:
        for item in lost[:a.show]: print("\nnot adapted  " + "\n             ".join(item))


if __name__ == "__main__": main()

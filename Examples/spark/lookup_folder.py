#!/usr/bin/env python3
"""Looks up every line of the texts of a folder in a store, and writes NAME.jsonl a text.

    lookup_folder.py --store calque.db texts out --master local[2]

Without --master the texts are done one after the other, without Spark, to the same bytes.
"""

import argparse
import os
import sys

from workers import answers


def write(name, options):
    """Writes the answers to a text's lines, whole or not at all, and tells how many there are."""
    command = [options.calque, "lookup", "--json", "--jobs", "1", "--store", options.store]
    command += ["--pair", options.pair] if options.pair else []
    with open(os.path.join(options.folder, name), encoding="utf-8", newline="\n") as file:
        lines = file.read().removesuffix("\n").split("\n")
    path = os.path.join(options.out, name + ".jsonl")
    part = f"{path}.{os.getpid()}.part"
    try:
        with open(part, "w", encoding="utf-8") as file:
            file.writelines(answers(command, lines))
        os.replace(part, path)
    finally:
        if os.path.exists(part):
            os.unlink(part)
    return len(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", help="the texts, a segment a line")
    parser.add_argument("out", help="the folder of the answers")
    parser.add_argument("--store", required=True)
    parser.add_argument("--pair", help="the languages: fr-en")
    parser.add_argument("--calque", default="calque", help="the program")
    parser.add_argument("--master", help="the Spark master: local[2], spark://HOST:7077")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    names = sorted(name for name in os.listdir(options.folder) if name.endswith(".txt"))
    if options.master is None:
        counts = [write(name, options) for name in names]
    else:
        from pyspark import SparkContext

        with SparkContext(options.master, "calque lookup") as spark:
            spark.addPyFile(os.path.join(os.path.dirname(__file__) or ".", "workers.py"))
            rows = spark.parallelize(names, max(1, len(names)))
            counts = rows.map(lambda name: write(name, options)).collect()
    print(f"{sum(counts)} lines of {len(counts)} texts", file=sys.stderr)


if __name__ == "__main__":
    main()

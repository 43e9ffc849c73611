#!/usr/bin/env python3
"""Aligns a folder of documents with their translations, and writes a TMX a partition.

    align_folder.py --pair fr-en stories out                   # NAME.fr.txt beside NAME.en.txt
    align_folder.py --pair fr-en stories out --master local[2]

Without --master the partitions are done one after the other, without Spark, to the same bytes.
"""

import argparse
import json
import os
import sys
from xml.sax.saxutils import escape, quoteattr

from workers import answers


def documents(folder, pair):
    """The names of the documents that have both sides, in order."""
    source, target = (f".{language}.txt" for language in pair.split("-"))
    names = {name.removesuffix(source) for name in os.listdir(folder) if name.endswith(source)}
    return sorted(name for name in names if os.path.exists(os.path.join(folder, name + target)))


def partitions(names, count):
    """The names in runs of nearly the same length."""
    return [names[len(names) * k // count : len(names) * (k + 1) // count] for k in range(count)]


def units(names, options):
    """The units of some documents: (document, source, target, confidence), in order."""
    languages = options.pair.split("-")
    requests = []
    for name in names:
        files = [os.path.join(options.folder, f"{name}.{language}.txt") for language in languages]
        request = {"id": name, "source_file": files[0], "target_file": files[1]}
        requests.append(json.dumps(request, ensure_ascii=False))
    for line in answers([options.calque, "align", "--worker", "--pair", options.pair], requests):
        answer = json.loads(line)
        if "error" in answer:
            print(f"{answer['id']}: {answer['error']}", file=sys.stderr)
            continue
        sides = answer["sentences"]
        for bead in answer["beads"]:
            source, target = (
                " ".join(sides[side][number] for number in bead[side])
                for side in ("source", "target")
            )
            if source and target and bead["confidence"] >= options.min_confidence:
                yield answer["id"], source, target, bead["confidence"]


def write(number, names, options):
    """Writes the TMX of a partition, whole or not at all, and tells how many units it holds."""
    source, target = options.pair.split("-")
    path = os.path.join(options.out, f"part-{number:05}.tmx")
    count = 0
    part = f"{path}.{os.getpid()}.part"
    try:
        with open(part, "w", encoding="utf-8") as file:
            file.write(
                '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
                '<header creationtool="calque" creationtoolversion="1" segtype="sentence" '
                f'o-tmf="calque" adminlang="en" srclang={quoteattr(source)} datatype="plaintext"/>'
                "\n<body>\n"
            )
            for document, one, other, confidence in units(names, options):
                count += 1
                file.write(
                    '<tu><prop type="x-Origin">aligned</prop>'
                    f'<prop type="x-document">{escape(document)}</prop>'
                    f'<prop type="x-confidence">{confidence:.4f}</prop>'
                    f"<tuv xml:lang={quoteattr(source)}><seg>{escape(one)}</seg></tuv>"
                    f"<tuv xml:lang={quoteattr(target)}><seg>{escape(other)}</seg></tuv></tu>\n"
                )
            file.write("</body>\n</tmx>\n")
        os.replace(part, path)
    finally:
        if os.path.exists(part):
            os.unlink(part)
    return count


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", help="the documents")
    parser.add_argument("out", help="the folder of the TMX files")
    parser.add_argument("--pair", required=True, help="the languages: fr-en")
    parser.add_argument("--calque", default="calque", help="the program")
    parser.add_argument("--master", help="the Spark master: local[2], spark://HOST:7077")
    parser.add_argument("--partitions", type=int, default=8)
    parser.add_argument("--min-confidence", type=float, default=0.0)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    parts = partitions(documents(options.folder, options.pair), options.partitions)
    if options.master is None:
        counts = [write(number, names, options) for number, names in enumerate(parts)]
    else:
        from pyspark import SparkContext

        with SparkContext(options.master, "calque align") as spark:
            spark.addPyFile(os.path.join(os.path.dirname(__file__) or ".", "workers.py"))
            rows = spark.parallelize(list(enumerate(parts)), len(parts))
            counts = rows.map(lambda part: write(*part, options)).collect()
    print(f"{sum(counts)} units in {len(counts)} files", file=sys.stderr)


if __name__ == "__main__":
    main()

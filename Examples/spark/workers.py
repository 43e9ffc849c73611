"""Calque as a worker of a larger machine: lines go in, answers come out in the same order.

A partition of the data is worked on by one `calque` process. The process keeps no state between
two lines, so a partition that fails is simply done again.
"""

import subprocess
import threading


class WorkerDied(Exception):
    """The process ended before it had answered every line."""


def answers(command, lines):
    """Yields the answer to each line; the lines are written by a thread of their own.

    command: the program and its arguments.
    lines: texts without line breaks.
    Raises WorkerDied if an answer is missing: the caller's task is done again.
    """
    lines = list(lines)
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )

    def write():
        try:
            for line in lines:
                process.stdin.write(line + "\n")
            process.stdin.close()
        except OSError:
            pass  # The reading side tells what is missing.

    writer = threading.Thread(target=write, daemon=True)
    writer.start()
    try:
        for number, _ in enumerate(lines, 1):
            answer = process.stdout.readline()
            if not answer.endswith("\n"):
                raise WorkerDied(f"{command[0]} ended at line {number} of {len(lines)}")
            yield answer
    finally:
        process.stdout.close()
        process.kill()
        process.wait()
        writer.join()

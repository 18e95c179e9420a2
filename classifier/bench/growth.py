#!/usr/bin/env python3
"""Whether time and memory stay level as the input grows: postings cycled into `truerole classify -` through a pipe.

Prints for each size the seconds, the rate of the first and of the last tenth of the answers, and the peak memory.
Answers are counted and checked for order, not kept; nothing is written but the table. See README.md beside this file.
"""
import argparse
import glob
import gzip
import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
ID = re.compile(rb'"id":\s*"((?:[^"\\]|\\.)*)"')
CHUNK = 1 << 20
# The first answers wait for start-up and the compiler: the first tenth of a small run would measure nothing else.
LEAST_TENTH = 1000


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", default=str(HOME / "training-data/postings"), metavar="FILE",
                        help="postings as JSONL, also .gz, or a folder. Default: the authored ones")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000, 1_000_000], metavar="N")
    parser.add_argument("--output", type=Path, metavar="FILE", help="where the table goes too")
    parser.add_argument("options", nargs="*", help="options of classify, after --, such as -- --no-skills")
    return parser.parse_args()


def rows(data):
    """Each row cut around its id, so that a cycle's suffix costs nothing."""
    path = Path(data)
    files = sorted(glob.glob(str(path / "*.jsonl*"))) if path.is_dir() else [str(path)]
    for file in files:
        with (gzip.open(file) if file.endswith(".gz") else open(file, "rb")) as lines:
            for line in lines:
                found = ID.search(line)
                if not found:
                    sys.exit(f"growth: a row of {file} has no id that is a string")
                yield line[: found.end(1)], line[found.end(1):].rstrip(b"\n") + b"\n", found.group(1)


def feed(pipe, postings, count):
    """Writes postings until there are enough of them; the id of cycle k ends in -k."""
    block = []
    try:
        for i in range(count):
            turn, place = divmod(i, len(postings))
            before, after, _ = postings[place]
            block += [before, b"-%d" % turn, after]
            if len(block) > 600:
                pipe.write(b"".join(block))
                block = []
        pipe.write(b"".join(block))
        pipe.close()
    except BrokenPipeError:
        pass  # The exit code says why.


class Answers:
    """Counts answers and notes when each hundredth of them was there."""

    def __init__(self, postings, count):
        self.postings, self.count = postings, count
        self.seen = 0
        self.times = []
        self.problem = None

    def read(self, pipe):
        step = max(1, self.count // 100)
        for line in pipe:
            _, place = divmod(self.seen, len(self.postings))
            turn = self.seen // len(self.postings)
            wanted = b'"' + self.postings[place][2] + b"-%d" % turn + b'"'
            if self.problem is None and wanted not in line[:200]:
                self.problem = f"answer {self.seen + 1} is not that of {wanted.decode()}"
            self.seen += 1
            if self.seen % step == 0:
                self.times.append((self.seen, time.monotonic()))

    def rate(self, start, first, last):
        """Answers a second between two shares of the run."""
        points = [(0, start), *self.times]
        a = min(points, key=lambda point: abs(point[0] - first * self.count))
        b = min(points, key=lambda point: abs(point[0] - last * self.count))
        return (b[0] - a[0]) / (b[1] - a[1]) if b[1] > a[1] else float("nan")


def measure(postings, count, options):
    command = [str(HOME / "truerole"), "classify", "--quiet", "--format", "jsonl", *options, "-"]
    started = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=CHUNK)
    writer = threading.Thread(target=feed, args=(process.stdin, postings, count))
    answers = Answers(postings, count)
    reader = threading.Thread(target=answers.read, args=(process.stdout,))
    writer.start()
    reader.start()
    reader.join()
    writer.join()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0 or answers.seen != count or answers.problem:
        sys.exit(f"growth: {' '.join(command)} ended with {process.returncode}, {answers.seen:,} answers to {count:,} "
                 f"postings; {answers.problem or 'in order'}")
    # The answer to the first tenth shows when the warm-up is over; the second tenth is the first to compare with.
    if count >= 10 * LEAST_TENTH:
        first, last = answers.rate(started, 0.1, 0.2), answers.rate(started, 0.9, 1.0)
    else:
        first = last = float("nan")
    return wall, count / wall, answers.rate(started, 0.0, 0.1), first, last, used.ru_maxrss / 1024


def main():
    options = arguments()
    postings = list(rows(options.data))
    lines = [
        f"{len(postings):,} postings cycled, {os.cpu_count()} cores; options of classify: {' '.join(options.options) or 'none'}",
        "",
        "| postings | s | postings/s | first tenth, with start-up | second tenth | last tenth | last to second | peak MiB |",
        "|---|---|---|---|---|---|---|---|",
    ]
    print("\n".join(lines), flush=True)
    for count in options.sizes:
        wall, rate, cold, first, last, peak = measure(postings, count, options.options)
        lines.append(f"| {count:,} | {wall:,.1f} | {rate:,.0f} | {cold:,.0f} | {first:,.0f} | {last:,.0f} | {last / first:.2f} | {peak:,.0f} |")
        print(lines[-1], flush=True)
    if options.output:
        options.output.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()

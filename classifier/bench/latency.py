#!/usr/bin/env python3
"""How long a person waits: process start to answer of one posting, files cached and not.

Also what the parts of the wait are: a JVM that does nothing, and `truerole --version`. Inside a running JVM it is
LatencyBenchmark that measures. See README.md beside this file.
"""
import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
POSTING = HOME / "training-data/examples/platform-data-scientist.txt"
READ = ["classifier/app/target/truerole.jar", "classifier/app/target/lib", "models/role", "training-data"]
NATIVES = Path.home() / ".djl.ai"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=7, metavar="N")
    parser.add_argument("--posting", type=Path, default=POSTING, metavar="FILE")
    parser.add_argument("--target", type=float, default=2.5, metavar="SECONDS", help="for the files cached")
    return parser.parse_args()


def forget():
    """Asks the system to drop the files from its cache: those TrueRole reads, PyTorch's and Java's own."""
    java = Path(os.path.realpath(subprocess.run(["which", "java"], capture_output=True, text=True).stdout.strip())).parents[1]
    for root in [*(HOME / name for name in READ), NATIVES, java / "lib"]:
        for file in [root] if root.is_file() else root.rglob("*"):
            if file.is_file():
                with open(file, "rb") as content:
                    os.fsync(content.fileno())
                    os.posix_fadvise(content.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def seconds(command):
    started = time.monotonic()
    done = subprocess.run([str(part) for part in command], capture_output=True)
    if done.returncode != 0:
        sys.exit(f"latency: {' '.join(map(str, command))} ended with {done.returncode}: {done.stderr.decode()[-500:]}")
    return time.monotonic() - started


def main():
    options = arguments()
    truerole = HOME / "truerole"
    classify = [truerole, "classify", options.posting]
    seconds(classify)  # builds, unpacks the natives and fills the file cache
    kinds = {
        "a JVM that does nothing": (["java", "-Xshare:auto", "-version"], False),
        "truerole --version": ([truerole, "--version"], False),
        "one posting, files cached": (classify, False),
        "one posting, files not cached": (classify, True),
    }
    taken = {kind: [] for kind in kinds}
    for _ in range(options.rounds):
        for kind, (command, cold) in kinds.items():
            if cold:
                forget()
            taken[kind].append(seconds(command))
        seconds(classify)  # after the cold run the files are wanted cached again
    print("| from process start | median, s | range |\n|---|---|---|")
    for kind, values in taken.items():
        print(f"| {kind} | {statistics.median(values):.2f} | {min(values):.2f} to {max(values):.2f} |")
    met = statistics.median(taken["one posting, files cached"]) <= options.target
    print(f"\n{'Within' if met else 'NOT within'} the {options.target} s wanted with the files cached.")


if __name__ == "__main__":
    main()

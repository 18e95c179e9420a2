#!/usr/bin/env python3
"""TrueRole and others on the same postings, labels and machine, in one go: how often right, how fast.

Every contestant learns from the same labels and is tested on the same postings of a fold held out. Then all are
timed in turn, again and again, so that whatever else the machine does meets all of them; ratios are taken inside a
round. See README.md beside this file.
"""
import argparse
import collections
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
BENCH = HOME / "classifier/bench/target/bench.jar"
APP = HOME / "classifier/app/target/truerole.jar"
HERE = Path(__file__).resolve().parent
ROLES = ["data_scientist", "ml_engineer", "hybrid", "other"]
MIB = 1 << 20
RESAMPLES = 1000

# Where a wait is spent spinning, the next contestant's figures would not change but its own would.
ENVIRONMENT = dict(os.environ, OMP_WAIT_POLICY="PASSIVE")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", nargs="+", default=[str(HOME / "training-data/postings")], metavar="FILE",
                        help="postings as JSONL. Default: the authored ones")
    parser.add_argument("--labels", nargs="+", default=[], metavar="FILE", help="labels by id, if not in the rows")
    parser.add_argument("--lessons", nargs="+", default=[], metavar="FILE", help="labels to learn from alone")
    parser.add_argument("--exclude", nargs="+", default=[], metavar="FILE", help="ids to leave out")
    parser.add_argument("--model", type=Path, metavar="DIR",
                        help="a TrueRole model with its held-out.jsonl. Default: one is trained")
    parser.add_argument("--folds", type=int, default=5, metavar="N", help="the first of so many is held out")
    parser.add_argument("--postings", type=int, metavar="N",
                        help="how many to time, cycled if there are fewer. Default: all, at least 2,000")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    parser.add_argument("--minilm-postings", type=int, default=200, metavar="N", help="how many MiniLM is timed on")
    parser.add_argument("--minilm-train", type=int, default=2000, metavar="N", help="how many its head learns from")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="contestants, by the start of their names")
    parser.add_argument("--output", type=Path, default=HOME / "runs/compare", metavar="DIR")
    return parser.parse_args()


def log(text):
    print(text, file=sys.stderr, flush=True)


class Run(collections.namedtuple("Run", "wall cpu peak")):
    """What a process took: seconds, processor seconds, MiB."""


def run(command):
    """Runs a command to its end, its words kept unless it fails."""
    with open(os.devnull) as nothing, open(WORK / "last.log", "wb") as words:
        started = time.monotonic()
        process = subprocess.Popen([str(part) for part in command], stdin=nothing, stdout=words, stderr=words,
                                   env=ENVIRONMENT, cwd=HOME)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"compare: {' '.join(map(str, command))}\nended with {process.returncode}:\n"
                 + (WORK / "last.log").read_text(errors="replace")[-2000:])
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def peers(*command, heap="-Xmx4g"):
    return ["java", heap, "-XX:+UseParallelGC", "-Djava.awt.headless=true", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
            "-cp", BENCH, "dev.truerole.bench.Peers", *command]


def sklearn(*command):
    return [sys.executable, HERE / "sklearn_peer.py", *command]


class Contestant:
    """Learns, then reads a file of postings and writes its answers."""

    tokens = True  # reads tokens rather than postings as they stand

    def __init__(self, name, gives):
        self.name, self.gives = name, gives
        self.walls, self.rates, self.cpus, self.peaks = [], [], [], []
        self.f1 = self.low = self.high = 0.0

    def file(self, stem):
        return WORK / f"{stem}.{'txt' if self.tokens else 'jsonl'}"

    def learn(self):
        """Makes the model, from train.txt or train.jsonl."""

    def command(self, postings, answers):
        raise NotImplementedError

    def roles(self, answers):
        return answers.read_text(encoding="utf-8").split()

    def answer(self, stem):
        answers = WORK / f"answers-{stem}"
        took = run(self.command(self.file(stem), answers))
        return took, answers

    def timed(self):
        return SIZES["all"]

    def measure(self):
        """A run of all postings and one of a tenth: what lies between is the steady state."""
        whole, tenth = self.timed()
        few, _ = self.answer(f"time-{tenth}")
        many, _ = self.answer(f"time-{whole}")
        between = many.wall - few.wall
        self.walls.append(many.wall)
        self.cpus.append(many.cpu)
        self.peaks.append(many.peak)
        self.rates.append((whole - tenth) / between if between > 0 else float("nan"))
        log(f"  {self.name}: {many.wall:.1f} s, {self.rates[-1]:,.0f} postings/s, {many.peak:,.0f} MiB")


class TrueRole(Contestant):
    tokens = False

    def __init__(self, name, gives, *options):
        super().__init__(name, gives)
        self.options = options

    def command(self, postings, answers):
        return [HOME / "truerole", "classify", "--quiet", *self.options, "--model", MODEL, "--format", "jsonl",
                "--output", answers, postings]

    def roles(self, answers):
        with open(answers, encoding="utf-8") as rows:
            return [json.loads(row).get("role") or "none" for row in rows]


class FastText(Contestant):
    def learn(self):
        run(["fasttext", "supervised", "-input", self.file("train"), "-output", WORK / "fasttext", "-epoch", "25",
             "-lr", "0.5", "-wordNgrams", "2", "-bucket", "200000", "-dim", "50", "-minCount", "2", "-thread", "1"])

    def command(self, postings, answers):
        return ["sh", "-c", 'exec fasttext predict-prob "$1" "$2" > "$3"', "sh", WORK / "fasttext.bin", postings, answers]

    def roles(self, answers):
        return [row.split()[0][len("__label__"):] if row.strip() else "none"
                for row in answers.read_text(encoding="utf-8").splitlines()]


class ScikitLearn(Contestant):
    def learn(self):
        run(sklearn("train", self.file("train"), WORK / "sklearn.model"))

    def command(self, postings, answers):
        return sklearn("predict", WORK / "sklearn.model", postings, answers)


class OpenNlp(Contestant):
    def learn(self):
        run(peers("opennlp", "train", self.file("train"), WORK / "opennlp.model"))

    def command(self, postings, answers):
        return peers("opennlp", "predict", WORK / "opennlp.model", postings, answers)


class MiniLm(Contestant):
    tokens = False

    def learn(self):
        for kind in ("txt", "jsonl"):
            spread(WORK / f"train.{kind}", WORK / f"minilm-train.{kind}", OPTIONS.minilm_train)
        vectors = WORK / "minilm-train.vectors"
        learned = (WORK / "minilm-train.jsonl").read_bytes()
        if not (vectors.exists() and unchanged("minilm-train.sum", learned)):
            run(peers("minilm", "embed", WORK / "minilm-train.jsonl", vectors))
            keep("minilm-train.sum", learned)
        run(sklearn("head", vectors, WORK / "minilm-train.txt", WORK / "minilm.head"))

    def command(self, postings, answers):
        return peers("minilm", "predict", WORK / "minilm.head", postings, answers)

    def timed(self):
        return SIZES["few"]


def checksum(content):
    import hashlib
    return hashlib.sha256(content).hexdigest()


def unchanged(name, content):
    return (WORK / name).exists() and (WORK / name).read_text() == checksum(content)


def keep(name, content):
    (WORK / name).write_text(checksum(content))


def spread(source, target, most):
    """So many lines, evenly spread."""
    lines = source.read_bytes().split(b"\n")[:-1]
    chosen = lines if len(lines) <= most else [lines[i * len(lines) // most] for i in range(most)]
    target.write_bytes(b"".join(line + b"\n" for line in chosen))
    return len(chosen)


def cycle(kind, count):
    """The first `count` of all postings, again from the first when they end, with ids of their own."""
    lines = (WORK / f"all.{kind}").read_bytes().split(b"\n")[:-1]
    with open(WORK / f"time-{count}.{kind}", "wb") as out:
        for i in range(count):
            turn, line = divmod(i, len(lines))
            line = lines[line]
            if turn and kind == "jsonl":
                row = json.loads(line)
                row["id"] = f"{row['id']}-{turn}"
                line = json.dumps(row, ensure_ascii=False).encode()
            out.write(line + b"\n")


def macro_f1(labels, answers):
    scores = []
    for role in sorted(set(labels)):
        right = sum(a == l == role for l, a in zip(labels, answers))
        found = sum(a == role for a in answers)
        there = sum(l == role for l in labels)
        scores.append(2 * right / (found + there) if found + there else 0.0)
    return statistics.fmean(scores)


def interval(labels, answers):
    """95 % by the bootstrap over postings."""
    draw = random.Random(1)
    scores = []
    for _ in range(RESAMPLES):
        chosen = draw.choices(range(len(labels)), k=len(labels))
        scores.append(macro_f1([labels[i] for i in chosen], [answers[i] for i in chosen]))
    scores.sort()
    return scores[int(0.025 * RESAMPLES)], scores[int(0.975 * RESAMPLES) - 1]


def has_option(option):
    shown = subprocess.run([HOME / "truerole", "classify", "--help"], capture_output=True, text=True)
    return option in shown.stdout


def contestants():
    field = [TrueRole("TrueRole", "role, evidence, skills")]
    if has_option("--no-skills"):
        field.append(TrueRole("TrueRole without skills", "role, evidence", "--no-skills"))
    else:
        log("compare: this version of classify has no --no-skills; role and evidence alone are not timed")
    field += [
        FastText("fastText", "role"),
        ScikitLearn("TF-IDF + logistic regression", "role"),
        OpenNlp("OpenNLP", "role"),
        MiniLm("MiniLM + linear head", "role"),
    ]
    wanted = OPTIONS.only
    return field if not wanted else [c for c in field if any(c.name.lower().startswith(w.lower()) for w in wanted)]


def model():
    """The model to compare: one that has not seen the postings it is tested on."""
    if OPTIONS.model:
        return OPTIONS.model.resolve()
    target = WORK / "model"
    if not (target / "card.json").exists():
        log(f"training TrueRole without fold 1 of {OPTIONS.folds}; this takes some minutes")
        run([HOME / "truerole", "train", "--quiet", *corpus(), "--folds", str(OPTIONS.folds), "--hold-out", "1", "--output", target])
    return target


def corpus():
    options = []
    for name in ("data", "labels", "lessons", "exclude"):
        files = [str(Path(file).resolve()) for file in getattr(OPTIONS, name)]
        options += [f"--{name}", *files] if files else []
    return options


def prepare():
    held_out = MODEL / "held-out.jsonl"
    if not held_out.exists():
        sys.exit(f"compare: {held_out} is missing; give a model trained with --folds N --hold-out K")
    log("writing the data that all share")
    run(peers("data", *corpus(), "--held-out", held_out, "--output", WORK))
    everything = sum(1 for _ in open(WORK / "all.txt", encoding="utf-8", newline="\n"))
    whole = OPTIONS.postings or max(everything, 2000)
    few = min(OPTIONS.minilm_postings, whole)
    SIZES["all"] = (whole, whole // 10)
    SIZES["few"] = (few, few // 10)
    for count in {*SIZES["all"], *SIZES["few"]}:
        cycle("txt", count)
        cycle("jsonl", count)
    return everything


def median_and_range(values, digits):
    known = sorted(value for value in values if value == value)
    if not known:
        return "–"
    return f"{statistics.median(known):,.{digits}f} ({known[0]:,.{digits}f} to {known[-1]:,.{digits}f})"


def table(field, labels, everything):
    whole, few = SIZES["all"][0], SIZES["few"][0]
    lines = [
        f"{whole:,} postings ({everything:,} different ones), {OPTIONS.rounds} rounds, {os.cpu_count()} cores; "
        f"macro-F1 on {len(labels):,} postings held out. Median (range).",
        "",
        "| contestant | gives | macro-F1 [95 %] | whole process, s | processor, s | postings/s, steady | peak MiB |",
        "|---|---|---|---|---|---|---|",
    ]
    for c in field:
        note = "" if c.timed() == SIZES["all"] else f" ({few} postings)"
        lines.append(
            f"| {c.name} | {c.gives} | {c.f1:.3f} [{c.low:.3f}, {c.high:.3f}] | {median_and_range(c.walls, 1)}{note} "
            f"| {statistics.median(c.cpus):,.1f} | {median_and_range(c.rates, 0)} | {max(c.peaks):,.0f} |")
    ours = [c for c in field if isinstance(c, TrueRole)]
    others = [c for c in field if not isinstance(c, TrueRole)]
    if ours and others:
        lines += ["", "| in the same round | against | wall time, times theirs | steady rate, times theirs |", "|---|---|---|---|"]
    for c in ours:
        for other in others:
            same = c.timed() == other.timed()
            walls = [a / b for a, b in zip(c.walls, other.walls)]
            rates = [a / b for a, b in zip(c.rates, other.rates)]
            lines.append(f"| {c.name} | {other.name} | {median_and_range(walls, 2) if same else '–'} | {median_and_range(rates, 2)} |")
    return "\n".join(lines) + "\n"


def results(field, labels, everything):
    def figures(values):
        known = [value for value in values if value == value]
        return {"median": statistics.median(known) if known else 0, "all": known}

    return {
        "postings": SIZES["all"][0],
        "different": everything,
        "tested": len(labels),
        "rounds": OPTIONS.rounds,
        "cores": os.cpu_count(),
        "contestants": [
            {"name": c.name, "gives": c.gives, "timedOn": c.timed()[0], "macroF1": c.f1, "macroF1Low": c.low,
             "macroF1High": c.high, "wall": figures(c.walls), "cpu": figures(c.cpus), "rate": figures(c.rates),
             "peakMiB": max(c.peaks)}
            for c in field
        ],
    }


def check_tools():
    for file in (BENCH, APP):
        if not file.exists():
            sys.exit(f"compare: {file} is missing; build with: mvn -Pbench -Dquick -DskipTests package")
    if not shutil.which("fasttext"):
        sys.exit("compare: there is no fasttext; install Debian's package fasttext, or name others with --only")
    if subprocess.run([sys.executable, "-c", "import sklearn"], capture_output=True).returncode != 0:
        sys.exit(f"compare: {sys.executable} has no scikit-learn; install Debian's python3-sklearn and run with /usr/bin/python3")


def main():
    field = contestants()
    everything = prepare()
    labels = [line.split(" ", 1)[0][len("__label__"):]
              for line in open(WORK / "test.txt", encoding="utf-8", newline="\n")]
    for c in field:
        log(f"{c.name}: learning, then the test")
        c.learn()
        _, answers = c.answer("test")
        found = c.roles(answers)
        if len(found) != len(labels):
            sys.exit(f"compare: {c.name} gave {len(found)} answers to {len(labels)} postings")
        c.f1 = macro_f1(labels, found)
        c.low, c.high = interval(labels, found)
    for number in range(OPTIONS.rounds):
        log(f"round {number + 1} of {OPTIONS.rounds}")
        turn = number % len(field)
        for c in field[turn:] + field[:turn]:
            c.measure()
    shown = table(field, labels, everything)
    (WORK / "results.json").write_text(json.dumps(results(field, labels, everything), indent=2) + "\n")
    (WORK / "table.md").write_text(shown)
    run(peers("chart", WORK / "results.json", WORK / "trade-off.png"))
    print(shown)
    log(f"table.md, results.json and trade-off.png are in {WORK}")


if __name__ == "__main__":
    OPTIONS = arguments()
    WORK = OPTIONS.output.resolve()
    WORK.mkdir(parents=True, exist_ok=True)
    SIZES = {}
    check_tools()
    MODEL = model()
    main()

"""BENCHMARKS.md, from what was measured."""

import json

from .machine import REPOSITORY, RESULTS
from .reasons import REASONS

INTRODUCTION = """\
# Benchmarks

Written by `benches/run`, which anybody can run; it needs Rust, a C compiler, Python 3 and, for counting instructions,
valgrind. `benches/run --smoke` runs every part for a moment and writes nothing. A target that is missed is printed as
MISSED with the reason.

## Method

- Contenders take turns in one run, in rounds; each ratio is taken within a round, and the table shows the median of all
  rounds, with the quartiles in brackets where there are enough of them to have any.
- Time is CPU time: of the thread for building and reading messages, of the process for sending, of the compiler with
  all its children (user part) for builds. Other work on the machine still disturbs it, by taking the caches and the
  clock rate: expect 5 % on ratios of short runs, and up to 10 % on the CPU time of compilers. Runs of the same
  programs on a busy machine have moved a ratio of 6.7 between 5.9 and 6.8. Builds
  that ran the same number of instructions have given 11.3 and 10.0: where code and data come to lie matters, too.
- Instructions are counted by callgrind and hardly depend on the machine.
- The release profile is cargo's own, without link-time optimisation or target flags.
"""


class Table:
    """Rows of what is measured against a target."""

    def __init__(self):
        self.rows = []
        self.missed = {}

    def at_most(self, key, what, target, measured, text):
        self.add(key, what, f"≤ {target:g}×", text, measured <= target)

    def at_least(self, key, what, target, measured, text):
        self.add(key, what, f"≥ {target:g}×", text, measured >= target)

    def add(self, key, what, target, text, met):
        self.rows.append([what, target, text, "met" if met else "**MISSED**"])
        if not met:
            reason = REASONS.get(key, "the reason is not known yet.")
            self.missed.setdefault(reason, []).append(what)

    def told(self, what, text):
        self.rows.append([what, "", text, ""])

    def __str__(self):
        table = lines(["what", "target", "measured", "verdict"], self.rows)
        told = "".join(f"- MISSED ({'; '.join(what)}): {reason}\n" for reason, what in self.missed.items())
        return table + ("\n" + told if told else "")


def lines(head, rows):
    body = "".join(f"| {' | '.join(str(cell) for cell in row)} |\n" for row in rows)
    return f"| {' | '.join(head)} |\n|{'---|' * len(head)}\n{body}"


def write(parts):
    found = {}
    for part in parts:
        path = RESULTS / f"{part}.json"
        if path.exists():
            found[part] = json.loads(path.read_text())
    sections = [INTRODUCTION, about(found)]
    for part, section in SECTIONS.items():
        if part in found:
            sections.append(section(found[part]["result"]))
        else:
            sections.append(f"## {part}\n\nNot measured yet: `benches/run {part}`.\n")
    (REPOSITORY / "BENCHMARKS.md").write_text("\n".join(sections))


def about(found):
    known = next(iter(found.values()))["about"]
    return (
        "## Machine and versions\n\n"
        f"- {known['rustc']}, {known['cores']} cores of {known['processor']}, shared with other work\n"
        f"- {', '.join(known['crates'])} (from `benches/Cargo.lock`, as are all others)\n"
    )


def spread(ratio):
    low, middle, high = ratio
    # Three places where two could read like the target itself.
    return f"{middle:.{3 if middle < 2 else 2}f}× [{low:.2f}–{high:.2f}]"


def inverse(ratio):
    low, middle, high = ratio
    return [1 / high, 1 / middle, 1 / low]


# --- building a message ---

FASTER = {"short": 10, "long": 5, "escape-heavy": 1.5}


def message(result):
    table, times = Table(), []
    instructions = result["instructions"] or {}
    for sample in result["time"]:
        name = sample["sample"]
        rows = {row["name"]: row for row in sample["rows"]}
        counted = instructions.get(name, {})

        def more(other, ours, counted=counted):
            return f"; {counted[other] / counted[ours]:.1f}× the instructions" if counted else ""

        for other in ("owned structs", "wacloudapi", "whatsapp_handler"):
            ratio = rows[other]["ratio"]
            text = spread(ratio) + more(other, "build")
            table.at_least(f"message {name}", f"{name}: `build` faster than {other}", FASTER[name], ratio[1], text)
        table.told(f"{name}: `build` faster than `json!`", spread(rows["json!"]["ratio"]) + more("json!", "build"))
        # Both are relative to `build` in the same round.
        copy = inverse(rows["copy"]["ratio"])
        table.at_most("copy", f"{name}: `build` against a copy of the finished bytes", 10, copy[1], spread(copy))
        low, middle, high = rows["write_to"]["ratio"]
        into = rows["copy into a buffer"]["ratio"][1]
        ratio = [low / into, middle / into, high / into]
        table.at_most(
            "copy", f"{name}: `write_to` against a copy into a reused buffer", 10, middle / into, spread(ratio)
        )
        for row in sample["rows"]:
            count = f"{counted[row['name']]:,.0f}" if row["name"] in counted else ""
            times.append([name, row["name"], f"{row['ns']:,.0f}", count])
    allocations = Table()
    listed = []
    for sample in result["allocations"]:
        counts = {row["name"]: row["allocations"] for row in sample["rows"]}
        name = sample["sample"]
        for what, most in (("write_to", 0), ("build", 2), ("clone", 0)):
            allocations.add(
                f"allocations {what}", f"{name}: `{what}`", f"≤ {most}", str(counts[what]), counts[what] <= most
            )
        listed.append([name, *(counts[other] for other in ("owned structs", "json!", "wacloudapi", "whatsapp_handler"))])
    sizes = ", ".join(f"{sample['sample']} {sample['bytes']:,}" for sample in result["time"])
    return (
        "## 1. Building a message\n\n"
        "The sample is a template with an image header by link, four body texts and two URL buttons with values. Everybody\n"
        "starts from the same borrowed values and ends with the bytes of the request; before anything is measured, all\n"
        "bodies are compared as parsed JSON (`null` counts as absent). Ours makes the struct, checks every rule of its\n"
        f"values and builds; the others check nothing. Bytes of the body: {sizes}.\n\n"
        "The structs are those of `benches/src/message/owned_structs.rs`: owned strings, enums by serde's `tag`.\n"
        "`wacloudapi` keeps its outermost struct private; its five fields are repeated, everything inside is the crate's\n"
        "own. Both crates insist on a reqwest with the system's OpenSSL and are compiled against a stand-in for it: their\n"
        "message types are measured, not their sending.\n\n"
        "A copy of the finished bytes makes them in new memory, as `build` does. The rows of `write_to`, against a copy into\n"
        "memory that is there, are stricter than the target, which is about making a message.\n\n"
        f"{table}\n"
        "Allocations (growing one counts), in a thread that has built a message before; the sample's struct itself has\n"
        "one more, for the link, and a thread's first `build` makes the room that the others reuse.\n\n"
        f"{allocations}\n"
        + lines(["allocations of", "owned structs", "`json!`", "wacloudapi", "whatsapp_handler"], listed)
        + "\n"
        + lines(["sample", "contender", "CPU ns", "instructions"], times)
    )


# --- a user's crate ---


def compiling(result):
    table = Table()
    rows = {row["kind"]: row for row in result["check"]}
    sizes = result["sizes"]
    for index, size in enumerate(sizes):
        ratio = rows["wa-template"]["ratio"][index]
        table.at_most("check", f"`cargo check` per struct, {size} structs, against serde", 1.0, ratio, f"{ratio:.2f}×")
    bound = result["from_files"]["ratio"]
    table.at_most(
        "files", f"the same from {result['files']} definition files, against inline", 1.3, bound, f"{bound:.2f}×"
    )
    touched = {row["kind"]: row["seconds"] for row in result["touched"]}
    expanded = {row["kind"]: row["milliseconds"] for row in result["expansion"]}
    each = [
        [
            kind,
            *(f"{milliseconds:.2f}" for milliseconds in rows[kind]["milliseconds"]),
            f"{rows[kind]['ratio'][-1]:.2f}×",
            f"{expanded[kind]:.2f}",
            f"{touched[kind]:.2f}",
        ]
        for kind in rows
    ]
    program = [[row["kind"], f"{row['text']:,.0f}", f"{row['data']:,.0f}"] for row in result["program"]]
    return (
        "## 2. Compile time of a user's crate\n\n"
        "Generated crates of structs with seven fields, derived by each contender: ours with the six keys `name`,\n"
        "`language`, `category`, `header`, `body` and `buttons` and an example on each field; serde's `Serialize` without\n"
        "any attribute; thiserror with one message of all fields; `clap::Args` with one attribute per field. Per struct:\n"
        "user CPU of `cargo check` without incremental compilation, less that of an empty crate with the same\n"
        f"dependencies, divided by the number of structs; medians of {result['rounds']} rounds.\n\n"
        f"{table}\n"
        f"Per struct in milliseconds of user CPU; `expansion` is rustc's pass that expands all macros, per struct of the\n"
        f"crate with {sizes[-1]}; `one changed` is a whole incremental `cargo check` of that crate, in seconds, after one\n"
        "struct was renamed.\n\n"
        + lines(
            ["derive", *(f"{size} structs" for size in sizes), "against serde", "expansion", "one changed (s)"], each
        )
        + "\nBytes that one more template adds to a release program that builds it (serde: that turns the struct into\n"
        "JSON), from programs with few and many:\n\n"
        + lines(["derive", "code and constants", "data"], program)
    )


# --- a first build ---


def cold(result):
    table = Table()
    targets = {"bare": 1.8, "lean": 1.8, "default": 1.15, "ring": 1.15}
    for pair in result["pairs"]:
        for profile in ("debug", "release"):
            target, ratio = targets[pair["name"]], pair[profile]["ratio"]
            ours, other = pair[profile]["seconds"]
            text = f"{ratio:.2f}× ({ours:.1f} s against {other:.1f} s)"
            table.at_most(f"cold {pair['name']}", f"{pair['ours']} against {pair['other']}, {profile}", target, ratio, text)
        ours, other = pair["crates"]
        table.told(f"{pair['ours']} against {pair['other']}, crates", f"{ours} against {other}")
    steps = [[step["name"], step["crates"], f"{step['seconds']:.1f}"] for step in result["steps"]]
    shown = [row for row in result["crates"] if row[1] >= 0.3]
    rest = [time for _, time in result["crates"] if time < 0.3]
    crates = [[f"`{name}`", f"{time:.1f}"] for name, time in shown]
    crates.append([f"{len(rest)} others together", f"{sum(rest):.1f}"])
    return (
        "## 3. Cold build\n\n"
        "User CPU seconds of `cargo build` of a program that does nothing, from an empty target folder, all crates\n"
        "fetched; crates of the tree with build dependencies, the program not counted. Nothing is built incrementally, as\n"
        "crates from a registry never are; ours is a path here, for which cargo would.\n\n"
        "\"reqwest with rustls\" can be read in two ways, and both are held to the target: its feature `rustls` brings\n"
        "aws-lc-rs, much of which is C; on ring it is what ours brings, so that this row shows what ours adds to the same\n"
        "crates. The row `with derive` is stricter than the target, which is about no features.\n\n"
        f"{table}\n"
        + lines(["dependencies", "crates", "debug build, CPU s"], steps)
        + "\nWhat each crate of the default set costs in a debug build, in CPU seconds of its compiler (C code, which\n"
        "build scripts compile, is not in it):\n\n"
        + lines(["crate", "CPU s"], crates)
    )


# --- sending ---


def send(result):
    table = Table()
    for row in result:
        ratio = row["ratio"]
        table.at_most("send", f"{row['concurrency']} at a time, against bare reqwest", 1.10, ratio[1], spread(ratio))
        table.told(
            f"{row['concurrency']} at a time, against reqwest and reading the id", spread(row["ratio_reading"])
        )
    times = [[row["concurrency"], *(f"{time / 1000:.1f}" for time in row["ns"])] for row in result]
    return (
        "## 4. Sending\n\n"
        "`CloudApi::send` of a finished message against a bare `reqwest::Client` that posts the same bytes with the same\n"
        "token, checks the status and reads the answer as bytes; the second comparison also reads the message's id out of\n"
        "it with serde. Plain HTTP over loopback to a server in a process of its own; CPU time of the client process.\n\n"
        f"{table}\n" + lines(["at a time", "bare, CPU µs", "and reading the id", "`CloudApi::send`"], times)
    )


# --- webhooks ---


def webhook(result):
    table, times = Table(), []
    for sample in result["read"]:
        rows = {row["name"]: row for row in sample["rows"]}
        name = "one status" if sample["statuses"] == 1 else f"a batch of {sample['statuses']}"
        ratio = inverse(rows["owned structs"]["ratio"])
        table.at_most("webhook structs", f"{name}, against serde into owned structs", 1, ratio[1], spread(ratio))
        ratio = inverse(rows["tokens only"]["ratio"])
        table.at_most("webhook tokens", f"{name}, against reading tokens only", 3, ratio[1], spread(ratio))
        times += [[name, row["name"], f"{row['ns']:,.0f}"] for row in sample["rows"]]
    for sample, target in zip(result["verified"], (1.4, 1.05)):
        rows = {row["name"]: row for row in sample["rows"]}
        ratio, name = rows["verify"]["ratio"], f"signature of {sample['bytes']:,} bytes"
        table.at_most("signature", f"{name}, against bare SHA-256", target, ratio[1], spread(ratio))
        times += [[name, row["name"], f"{row['ns']:,.0f}"] for row in sample["rows"]]
    return (
        "## 5. Webhooks\n\n"
        "`Notification::from_slice` of a status with conversation and pricing, and of a hundred in one notification,\n"
        "against `serde_json` into structs made for just this, and into `IgnoredAny`, which only reads the tokens.\n"
        "`SignatureKey::verify` of a body, its header read and its key prepared before, against SHA-256 of the same bytes\n"
        "by the same crate.\n\n"
        f"{table}\n" + lines(["body", "contender", "CPU ns"], times)
    )


SECTIONS = {"message": message, "compile": compiling, "cold": cold, "send": send, "webhook": webhook}

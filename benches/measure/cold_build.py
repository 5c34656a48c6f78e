"""What a first build costs: crates in the tree and user CPU seconds, from an empty target folder."""

import re
import shutil

from .machine import BENCHES, GENERATED, REPOSITORY, cpu_seconds, median, run, write

FOLDER = GENERATED / "cold"
RUNTIME = f'wa-template = {{ path = "{REPOSITORY}/wa-template"'
# What its own feature brings: aws-lc-rs.
TLS = 'reqwest = { version = "0.13", default-features = false, features = ["rustls"] }\n'
# The provider that ours brings.
TLS_ON_RING = (
    'reqwest = { version = "0.13", default-features = false, features = ["rustls-no-provider"] }\n'
    'rustls = { version = "0.23", default-features = false, features = ["ring", "std", "tls12"] }\n'
)
SERDE = 'serde = { version = "1", features = ["derive"] }\nserde_json = "1"\n'

# What is added, one after the other.
STEPS = [
    ("serde with derive, serde_json", SERDE),
    ("wa-template without features", f"{RUNTIME}, default-features = false }}\n"),
    ("with `derive`", f'{RUNTIME}, default-features = false, features = ["derive"] }}\n'),
    ("with `derive`, `webhook`", f'{RUNTIME}, default-features = false, features = ["derive", "webhook"] }}\n'),
    ("with `derive`, `client`", f'{RUNTIME}, default-features = false, features = ["derive", "client"] }}\n'),
    ("with `derive`, `client`, `rustls` (default)", f"{RUNTIME} }}\n"),
    ("bare reqwest without TLS", 'reqwest = { version = "0.13", default-features = false }\n'),
    ("bare reqwest with rustls on ring", TLS_ON_RING),
    ("bare reqwest with its feature `rustls`", TLS),
]


# Ours is a path here. What users have from a registry is never built incrementally.
AS_FROM_A_REGISTRY = {"CARGO_INCREMENTAL": "0"}

# How often each pair is built.
ROUNDS = {"debug": 2, "release": 1}


def measure(smoke):
    projects = {name: project(f"step-{index}", dependencies) for index, (name, dependencies) in enumerate(STEPS)}
    result = {"pairs": [], "steps": [], "crates": []}
    known = {}
    for name, ours, other in [
        ("bare", "wa-template without features", "serde with derive, serde_json"),
        # What people use of it without HTTP; the stricter reading of the same promise.
        ("lean", "with `derive`", "serde with derive, serde_json"),
        ("default", "with `derive`, `client`, `rustls` (default)", "bare reqwest with its feature `rustls`"),
        # The other reading: what ours adds to the same reqwest and rustls.
        ("ring", "with `derive`, `client`, `rustls` (default)", "bare reqwest with rustls on ring"),
    ]:
        pair = {"name": name, "ours": ours, "other": other}
        pair["crates"] = [crates(projects[ours]), crates(projects[other])]
        result["pairs"].append(pair)
        # A smoke run builds nothing of weight, and nothing twice.
        for profile in () if smoke and name != "lean" else ("debug",) if smoke else ROUNDS:
            rounds = 1 if smoke else ROUNDS[profile]
            seconds = [[cold(projects[one], profile) for one in (ours, other)] for _ in range(rounds)]
            middle = [median([one[index] for one in seconds]) for index in (0, 1)]
            pair[profile] = {"seconds": middle, "ratio": median([one / against for one, against in seconds])}
            known |= dict(zip([(ours, profile), (other, profile)], middle))
    if smoke:
        return result
    for name, folder in projects.items():
        seconds = known.get((name, "debug")) or cold(folder, "debug")
        result["steps"].append({"name": name, "crates": crates(folder), "seconds": seconds})
    result["crates"] = each_crate(projects["with `derive`, `client`, `rustls` (default)"])
    return result


def project(name, dependencies):
    """A program that does nothing: only dependencies are built."""
    folder = FOLDER / name
    manifest = f'[workspace]\n\n[package]\nname = "{name}"\nversion = "0.0.0"\nedition = "2024"\n\n[dependencies]\n{dependencies}'
    write(folder / "Cargo.toml", manifest)
    write(folder / "src/main.rs", "fn main() {}\n")
    if not (folder / "Cargo.lock").exists():
        write(folder / "Cargo.lock", (BENCHES / "Cargo.lock").read_text())
    run(["cargo", "fetch", "--quiet"], folder, folder / "target")
    return folder


def crates(folder):
    """Crates that are built, the program itself not counted."""
    tree = run(["cargo", "tree", "--edges", "normal,build", "--prefix", "none", "--offline"], folder, folder / "target")
    return len({line.removesuffix(" (*)") for line in tree.splitlines() if line}) - 1


def cold(folder, profile):
    target = folder / "target"
    shutil.rmtree(target, ignore_errors=True)
    command = ["cargo", "build", "--quiet", "--offline"] + (["--release"] if profile == "release" else [])
    seconds = cpu_seconds(command, folder, target, **AS_FROM_A_REGISTRY)
    shutil.rmtree(target, ignore_errors=True)
    return seconds


def each_crate(folder):
    """User CPU seconds of the compiler for each crate, one crate at a time; what build scripts do is not in them."""
    target = folder / "target"
    shutil.rmtree(target, ignore_errors=True)
    log = folder / "times"
    log.unlink(missing_ok=True)
    wrapper = BENCHES / "measure/timed_rustc"
    run(["cargo", "build", "--quiet", "--offline", "--jobs", "1"], folder, target,
        RUSTC_WRAPPER=str(wrapper), TIMED_RUSTC_LOG=str(log), **AS_FROM_A_REGISTRY)
    shutil.rmtree(target, ignore_errors=True)
    seconds = {}
    for line in log.read_text().splitlines():
        name, time = line.rsplit(" ", 1)
        if not re.match(r"(step_|build_script)", name):
            seconds[name] = seconds.get(name, 0) + float(time)
    return sorted(([name, time] for name, time in seconds.items()), key=lambda row: -row[1])

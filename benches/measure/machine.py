"""Running cargo, and the time that it takes."""

import json
import os
import platform
import resource
import shutil
import subprocess
from pathlib import Path

BENCHES = Path(__file__).resolve().parent.parent
REPOSITORY = BENCHES.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR") or BENCHES / "target").resolve()
GENERATED = TARGET / "generated"
RESULTS = TARGET / "results"


def environment(target, **more):
    """Without what the caller's shell may have set to change builds."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("CARGO_PROFILE", "RUSTFLAGS"))}
    for key in ("CARGO_INCREMENTAL", "CARGO_ENCODED_RUSTFLAGS", "RUSTC_WRAPPER"):
        kept.pop(key, None)
    return kept | {"CARGO_TARGET_DIR": str(target), "CARGO_TERM_COLOR": "never"} | more


def run(command, directory=BENCHES, target=TARGET, **more):
    """Runs a command; its output. A failure ends everything, with what the command had to say."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=directory,
        env=environment(target, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def cpu_seconds(command, directory, target, **more):
    """User CPU seconds of a command and all its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    run(command, directory, target, **more)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def program(name):
    return TARGET / "release" / name


def output_of(name, *arguments):
    """The JSON that one of our programs prints."""
    return json.loads(run([program(name), *arguments]))


def median(values):
    values = sorted(values)
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def about():
    """Compiler, processor and the locked versions of what is compared."""
    lock = (BENCHES / "Cargo.lock").read_text()
    named = "clap reqwest rustls serde serde_json syn thiserror tokio wacloudapi whatsapp_handler".split()
    versions = []
    for package in lock.split("[[package]]")[1:]:
        fields = dict(line.split(" = ", 1) for line in package.splitlines() if " = " in line)
        name, version = fields["name"].strip('"'), fields["version"].strip('"')
        if name in named and "source" in fields:
            versions.append(f"{name} {version}")
    return {
        "rustc": run(["rustc", "--version"]).strip(),
        "processor": processor(),
        "cores": os.cpu_count(),
        "crates": versions,
    }


def processor():
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown")


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def write(path, text):
    """Writes a file unless it is as it should be, so that cargo sees no change where there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text() != text:
        path.write_text(text)

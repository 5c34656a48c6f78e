"""What a user's crate pays for each struct: checking, changing one, expanding alone, the finished program."""

import re

from . import structs
from .machine import BENCHES, GENERATED, REPOSITORY, cpu_seconds, median, run, write

FOLDER = GENERATED / "compile"
TARGET = FOLDER / "target"
RUNTIME = f'wa-template = {{ path = "{REPOSITORY}/wa-template", default-features = false, features = ["derive"] }}\n'
SERDE = 'serde = { version = "1", features = ["derive"] }\nserde_json = "1"\n'

# What is derived, and with which dependencies.
KINDS = {
    "wa-template": (structs.ours, RUNTIME),
    "serde": (structs.serde, SERDE),
    "thiserror": (structs.thiserror, 'thiserror = "2"\n'),
    "clap": (structs.clap, 'clap = { version = "4", features = ["derive"] }\n'),
}


def measure(smoke):
    sizes, rounds = ([2, 4], 1) if smoke else ([100, 200, 400], 9)
    files = 4 if smoke else 200
    projects = {(kind, size): project(kind, size) for kind in KINDS for size in [0, *sizes]}
    projects["files", files] = from_files(files)
    inline = ("wa-template", files)
    if inline not in projects:
        projects[inline] = project("wa-template", files)
    workspace(projects.values())
    for name in projects.values():
        check(name)
    times = {key: [] for key in projects}
    for _ in range(rounds):
        for key, name in projects.items():
            times[key].append(timed_check(name))
    result = {"rounds": rounds, "sizes": sizes, "files": files, "check": [], "expansion": []}
    for kind in KINDS:
        row = {"kind": kind, "milliseconds": [], "ratio": []}
        for size in sizes:
            own = per_struct(times, kind, size)
            row["milliseconds"].append(1000 * median(own))
            row["ratio"].append(median([one / serde for one, serde in zip(own, per_struct(times, "serde", size))]))
        result["check"].append(row)
    bare = times["wa-template", 0]
    bound = [(one - nothing) / files for one, nothing in zip(times["files", files], bare)]
    written = [(one - nothing) / files for one, nothing in zip(times[inline], bare)]
    result["from_files"] = {
        "milliseconds": 1000 * median(bound),
        "ratio": median([one / other for one, other in zip(bound, written)]),
    }
    largest = sizes[-1]
    result["touched"] = [touched(kind, largest, 1 if smoke else 5) for kind in KINDS]
    result["expansion"] = [expansion(kind, largest, 1 if smoke else 7) for kind in KINDS]
    fewer = 2 if smoke else 50
    result["program"] = [program_size(kind, fewer, 2 * fewer) for kind in ("wa-template", "serde")]
    return result


def per_struct(times, kind, size):
    return [max(one - nothing, 1e-9) / size for one, nothing in zip(times[kind, size], times[kind, 0])]


def project(kind, size):
    struct, dependencies = KINDS[kind]
    name = f"{kind}-{size}"
    manifest(name, dependencies)
    write(FOLDER / name / "src/lib.rs", "".join(struct(index) for index in range(size)))
    return name


def from_files(size):
    name = f"files-{size}"
    manifest(name, RUNTIME)
    for index in range(size):
        write(FOLDER / name / f"templates/order_update_{index}.json", structs.definition(index))
    write(FOLDER / name / "src/lib.rs", "".join(structs.ours_from_file(index) for index in range(size)))
    return name


def manifest(name, dependencies):
    text = f'[package]\nname = "{name}"\nversion = "0.0.0"\nedition = "2024"\n\n[dependencies]\n{dependencies}'
    write(FOLDER / name / "Cargo.toml", text)


def workspace(names):
    members = "".join(f'    "{name}",\n' for name in dict.fromkeys(names))
    write(FOLDER / "Cargo.toml", f'[workspace]\nresolver = "3"\nmembers = [\n{members}]\n')
    if not (FOLDER / "Cargo.lock").exists():
        write(FOLDER / "Cargo.lock", (BENCHES / "Cargo.lock").read_text())


def check(name):
    run(["cargo", "check", "--quiet", "--package", name], FOLDER, TARGET, CARGO_INCREMENTAL="0")


def timed_check(name):
    (FOLDER / name / "src/lib.rs").touch()
    command = ["cargo", "check", "--quiet", "--offline", "--package", name]
    return cpu_seconds(command, FOLDER, TARGET, CARGO_INCREMENTAL="0")


def touched(kind, size, rounds):
    """One struct gets another name, with incremental compilation as cargo has it by default."""
    name = f"{kind}-{size}"
    path = FOLDER / name / "src/lib.rs"
    original = path.read_text()
    command = ["cargo", "check", "--quiet", "--offline", "--package", name]
    run(command, FOLDER, TARGET, CARGO_INCREMENTAL="1")
    seconds = []
    for index in range(rounds):
        path.write_text(original.replace(f"struct OrderUpdate{size - 1} ", f"struct Renamed{index} "))
        seconds.append(cpu_seconds(command, FOLDER, TARGET, CARGO_INCREMENTAL="1"))
    path.write_text(original)
    return {"kind": kind, "seconds": median(seconds)}


def expansion(kind, size, rounds):
    """Time of rustc's pass that expands macros, per struct. The pass is asked for with an unstable option of the same
    compiler, which changes nothing else."""
    name = f"{kind}-{size}"
    command = ["cargo", "rustc", "--offline", "--quiet", "--package", name, "--lib", "--profile", "check", "--"]
    command += ["-Ztime-passes", "-Ztime-passes-format=json"]
    milliseconds = []
    for _ in range(rounds):
        (FOLDER / name / "src/lib.rs").touch()
        output = passes(command)
        found = re.search(r'"pass":"macro_expand_crate","time":([0-9.]+)', output)
        milliseconds.append(1000 * float(found.group(1)) / size)
    return {"kind": kind, "milliseconds": median(milliseconds)}


def passes(command):
    import subprocess

    from .machine import environment

    variables = environment(TARGET, RUSTC_BOOTSTRAP="1", CARGO_INCREMENTAL="0")
    done = subprocess.run(command, cwd=FOLDER, env=variables, capture_output=True, text=True, check=True)
    return done.stdout + done.stderr


def program_size(kind, fewer, more):
    """Bytes of code and data that one more template adds to a release program.

    Each struct has a field that no other has: the code of structs of the same fields is the same, and LLVM keeps it
    once, however many there are. Nor may `main` swallow the functions that send: how much of one it inlines depends on
    their number."""
    sizes = []
    for size in (fewer, more):
        name = f"{kind}-program-{size}"
        struct, dependencies = KINDS[kind]
        manifest(name, dependencies)
        distinct = lambda text, index: text.replace("carrier", f"carrier_{index}")
        values = ", ".join(f"{field}: text(){'.len() as u32' if field == 'order' else ''}" for field in structs.FIELDS)
        if kind == "wa-template":
            use = "wa_template::WaMessage::to(&message, text()).build().map(|message| message.json().len()).ok()"
        else:
            use = "serde_json::to_vec(&message).map(|json| json.len()).ok()"
        functions = "".join(
            f"#[inline(never)]\nfn send_{index}() {{\n"
            f"    let message = OrderUpdate{index} {{ {distinct(values, index)} }};\n"
            f"    println!(\"{{:?}}\", {use});\n}}\n\n"
            for index in range(size)
        )
        names = ", ".join(f"send_{index}" for index in range(size))
        text = "fn text() -> String {\n    std::env::args().next().unwrap_or_default()\n}\n\n"
        text += f"fn main() {{\n    let sends: [fn(); {size}] = [{names}];\n    std::hint::black_box(sends).iter().for_each(|send| send());\n}}\n\n"
        text += functions + "".join(distinct(struct(index), index) for index in range(size))
        write(FOLDER / name / "src/main.rs", text)
        sizes.append(name)
    workspace_with(sizes)
    bytes_of = []
    for name in sizes:
        run(["cargo", "build", "--release", "--quiet", "--package", name], FOLDER, TARGET)
        columns = run(["size", TARGET / "release" / name]).splitlines()[1].split()
        bytes_of.append((int(columns[0]), int(columns[1])))
    (text_fewer, data_fewer), (text_more, data_more) = bytes_of
    count = more - fewer
    return {"kind": kind, "text": (text_more - text_fewer) / count, "data": (data_more - data_fewer) / count}


def workspace_with(names):
    path = FOLDER / "Cargo.toml"
    members = re.findall(r'"(.+)",', path.read_text())
    workspace([*members, *names])

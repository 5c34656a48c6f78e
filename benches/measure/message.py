"""Building the sample message: time, instructions, allocations."""

import re
import shutil
import subprocess

from .machine import TARGET, environment, output_of, program

COUNTED = ["build", "write_to", "owned structs", "json!", "wacloudapi", "whatsapp_handler", "copy", "copy into a buffer"]


def measure(smoke):
    result = {
        "time": output_of("message", "time", *(["--smoke"] if smoke else [])),
        "allocations": output_of("allocations"),
        "instructions": None,
    }
    if smoke:
        for sample in result["time"]:
            for row in sample["rows"]:
                output_of_nothing("message", "run", row["name"], sample["sample"], "1")
    elif shutil.which("valgrind"):
        result["instructions"] = {
            sample["sample"]: {name: instructions(name, sample["sample"]) for name in COUNTED}
            for sample in result["time"]
        }
    return result


def output_of_nothing(name, *arguments):
    subprocess.run([program(name), *arguments], check=True, env=environment(TARGET))


def instructions(contender, sample):
    """Of one run: the difference of many and more, so that starting the program does not count."""
    fewer, more = 500, 1500
    return (counted(contender, sample, more) - counted(contender, sample, fewer)) / (more - fewer)


def counted(contender, sample, count):
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", str(program("message"))]
    done = subprocess.run(
        [*command, "run", contender, sample, str(count)],
        capture_output=True, text=True, check=True, env=environment(TARGET),
    )
    return int(re.search(r"Collected : (\d+)", done.stderr).group(1))

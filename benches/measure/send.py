"""What sending costs beyond bare reqwest, against a server in a process of its own."""

import subprocess

from .machine import TARGET, environment, output_of, program


def measure(smoke):
    server = subprocess.Popen(
        [program("server")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment(TARGET)
    )
    try:
        port = server.stdout.readline().strip()
        return output_of("send", port, *(["--smoke"] if smoke else []))
    finally:
        # It ends with its input.
        server.stdin.close()
        server.wait()

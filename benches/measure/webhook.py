"""Reading webhooks."""

from .machine import output_of


def measure(smoke):
    return output_of("webhook", *(["--smoke"] if smoke else []))

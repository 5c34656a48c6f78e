"""Why a target is missed, where that is known. A reason is printed only while its target is missed."""

REASONS = {}

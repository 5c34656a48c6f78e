"""Why a target is missed, where that is known. A reason is printed only while its target is missed."""

ALLOCATOR = (
    "the time of the structs is that of their two dozen allocations, and how long those take depends on the machine; "
    "what remains of ours is a look at every byte of a value, some twenty copies of a few bytes, and two allocations."
)

REASONS = {
    "message short": ALLOCATOR,
    "message long": ALLOCATOR,
    "copy": "the copy is one call for all bytes; ours makes the struct with its allocation, looks at every value before it "
    "copies it, in some twenty pieces, and writes what JSON escapes mark by mark.",
    "check": "a debug build runs the derive itself unoptimised, and it reads three dozen attribute values, checks every "
    "rule of the template and writes its definition as JSON, while serde's reads the names of seven fields.",
    "cold lean": "besides serde, the rules and the derive are built, and the derive needs them too.",
    "cold ring": "besides reqwest, the traits of serde, serde_json, the rules, the derive and the runtime are built, and "
    "in release serde_json and the rules twice, for the derive and for the program.",
    "send": "`CloudApi::send` has a time limit for connecting and one for all, decides about repetitions, and reads the "
    "receipt; bare reqwest does none of it.",
    "signature": "checking makes a MAC: two more blocks of SHA-256 than the bare hash.",
}

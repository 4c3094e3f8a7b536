#!/usr/bin/env python3
"""usage: conform.py SCHEMAS VERDICTS: what the loader accepts the schemas accept, and what it refuses they
refuse, by the `jsonschema` package of Python."""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker

schemas, verdicts = Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text())
validators = {}
for kind in {verdict["kind"] for verdict in verdicts}:
    schema = json.loads((schemas / f"{kind}.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    validators[kind] = Draft202012Validator(schema, format_checker=FormatChecker(["date"]))
failures = 0
for verdict in verdicts:
    kind, valid, instance = verdict["kind"], verdict["valid"], verdict["instance"]
    if validators[kind].is_valid(instance) != valid:
        failures += 1
        if failures <= 20:
            print(f"{kind}: the loader says {valid} of {json.dumps(instance)[:600]}")
accepted = sum(verdict["valid"] for verdict in verdicts)
print(f"jsonschema: {len(verdicts)} records, {accepted} of them accepted, {failures} disagreements")
sys.exit(failures > 0)

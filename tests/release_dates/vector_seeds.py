#!/usr/bin/env python3
"""Each vector of GIVEN.ndjson as a file of FOLDER, in the form the command takes: seeds for scripts/fuzz."""
import json
import pathlib
import sys

given, folder = sys.argv[1], pathlib.Path(sys.argv[2])
for number, line in enumerate(open(given, encoding="utf-8")):
    vector = json.loads(line)
    booking = {"id": vector["id"], **vector["input"]}
    (folder / f"{number}.json").write_text(json.dumps(booking, separators=(",", ":")))

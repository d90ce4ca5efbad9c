"""Counts of one GoogleTest report: passed, failed, skipped, then how many ran by engine."""
import json
import sys

report = json.load(open(sys.argv[1]))
counts = {"passed": 0, "failed": 0, "skipped": 0}
engines = {}
for suite in report["testsuites"]:
    for test in suite["testsuite"]:
        if test.get("failures"):
            kind = "failed"
        elif test["result"] == "SKIPPED":
            kind = "skipped"
        else:
            kind = "passed"
        counts[kind] += 1
        engine = test["name"].rpartition("/")[2]
        if kind == "passed" and engine in ("sqlite", "postgres"):
            engines[engine] = engines.get(engine, 0) + 1
print(counts["passed"], counts["failed"], counts["skipped"],
      ", ".join(f"{name} {count}" for name, count in sorted(engines.items())))

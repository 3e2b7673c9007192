#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window with the example plan against an empty AdwApplicationWindow, started in turn in one run: ratios of time and memory."""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 12


def start(program, *arguments):
    env = dict(os.environ, BARNRATT_STARTED=str(time.monotonic_ns()))
    result = subprocess.run([program, *arguments], env=env, capture_output=True, text=True, timeout=60)
    if result.returncode:
        sys.exit(f"{arguments}: {result.stderr}")
    return json.loads(result.stdout.strip().splitlines()[-1])


def main(program, cli):
    with tempfile.TemporaryDirectory() as folder:
        plan = os.path.join(folder, "example.barnratt")
        subprocess.run([cli, "new", plan, "--year", "2026", "--example"], check=True, stdout=subprocess.DEVNULL)
        empty, full = [], []
        for run in range(RUNS + 1):
            a, b = start(program, "empty"), start(program, "plan", plan)
            if run:  # the first warms the caches
                empty.append(a)
                full.append(b)
    for key, unit, digits in (("painted_ms", "ms", 0), ("settled_ms", "ms", 0), ("rss_kb", "kB", 0), ("private_kb", "kB", 0)):
        ratio = statistics.median(b[key] / a[key] for a, b in zip(empty, full))
        print(f"{key[:-3]:8} empty window {statistics.median(a[key] for a in empty):8.0f} {unit}, "
              f"example plan {statistics.median(b[key] for b in full):8.0f} {unit}, ratio {ratio:.2f}")


main(*sys.argv[1:])

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents of 500 and 10,000 activities beside other programs that make the same; see bench-documents.c."""
import os
import subprocess
import sys
import tempfile


def main(program, make_plan):
    with tempfile.TemporaryDirectory() as folder:
        plans = []
        for activities in (500, 10000):
            plans.append(os.path.join(folder, f"{activities}.barnratt"))
            subprocess.run([make_plan, plans[-1], str(activities)], check=True)
        subprocess.run([program, *plans], check=True)


main(*sys.argv[1:])

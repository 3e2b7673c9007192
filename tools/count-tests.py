#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the test cases in a JUnit file as meson writes it, names those skipped, and prints "N passed, N failed, N skipped".

    count-tests.py FILE [STATUS]      STATUS: what meson test ended with

Exit status 1 where a case failed or none was run: a suite that ran nothing has shown nothing.
"""
import re
import sys
import xml.etree.ElementTree as ET


def main(path, crashed):
    passed = failed = skipped = 0
    # What a test prints stands in the file as it came: not all of it is fit for XML
    with open(path, encoding="utf-8", errors="replace") as file:
        text = re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", file.read())
    for suite in ET.fromstring(text.encode()).iter("testsuite"):
        for case in suite.iter("testcase"):
            name = f"{suite.get('name')}: {case.get('name')}"
            if case.find("skipped") is not None:
                skipped += 1
                print("skipped:", name)
            elif case.find("failure") is not None or case.find("error") is not None:
                failed += 1
                print("failed:", name)
            else:
                passed += 1
    # A program that ended before its plan did stands in the file with the cases it came to
    if crashed and not failed:
        failed = 1
        print("failed: a test program ended before its time; its output is above")
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 0 if failed == 0 and passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], len(sys.argv) > 2 and sys.argv[2] != "0"))

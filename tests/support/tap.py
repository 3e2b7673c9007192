# SPDX-License-Identifier: GPL-3.0-or-later
"""Test cases in Python, told in TAP: a function whose name begins with test_ is a case, its docstring the name."""
import os
import sys
import traceback


class Skip(Exception):
    """Raised by a case that cannot be run here; its text says why."""


def run(namespace):
    cases = [(n, f) for n, f in namespace.items() if n.startswith("test_") and callable(f)]
    print(f"1..{len(cases)}")
    failed = 0
    for number, (name, case) in enumerate(cases, 1):
        title = (case.__doc__ or name).strip().splitlines()[0].replace("#", "")
        try:
            case()
            print(f"ok {number} {title}")
        except Skip as reason:
            print(f"ok {number} {title} # SKIP {reason}")
        except BaseException:
            failed += 1
            print(f"not ok {number} {title}")
            for line in traceback.format_exc().splitlines():
                print("#", line)
        sys.stdout.flush()
    sys.exit(1 if failed else 0)


def environment(name, why):
    """The value of an environment variable; the case is skipped where it is unset."""
    value = os.environ.get(name)
    if not value:
        raise Skip(f"{name} is unset: {why}")
    return value

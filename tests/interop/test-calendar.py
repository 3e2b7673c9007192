#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar file of the example plan, read by a library that this project did not write."""
import atexit
import datetime
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
import tap  # noqa: E402

CLI = sys.argv[1]
FOLDER = Path(tempfile.mkdtemp(prefix="barnratt-calendar-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
PLAN = FOLDER / "example.barnratt"


def cli(*words):
    subprocess.run([CLI, *map(str, words)], capture_output=True, check=True, timeout=60,
                   env={**os.environ, "BARNRATT_TODAY": "2026-11-22", "XDG_DATA_HOME": str(FOLDER / "data")})


def events(name):
    try:
        import icalendar
    except ImportError:
        raise tap.Skip("python3-icalendar is not installed") from None
    if not PLAN.exists():
        cli("new", PLAN, "--year", "2026", "--example")
    path = FOLDER / name
    cli("export", PLAN, "arshjul", "-o", path)
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"] and calendar["METHOD"] == "PUBLISH"
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def test_read():
    """every event is a whole day or week with a title, and the year's dates are there"""
    found = events("read.ics")
    assert len(found) > 30
    for event in found.values():
        first, end = event.decoded("DTSTART"), event.decoded("DTEND")
        assert type(first) is datetime.date and type(end) is datetime.date and end > first
        assert event["SUMMARY"] and event.decoded("DTSTAMP").tzinfo is not None
    starts = {(str(event["SUMMARY"]), event.decoded("DTSTART").isoformat()) for event in found.values()}
    assert ("Sista dag för uppföljning: Tertial 1", "2026-04-30") in starts
    week = [event for event in found.values() if event["SUMMARY"] == "Barnrättsveckan"]
    assert [(e.decoded("DTSTART").isoformat(), e.decoded("DTEND").isoformat()) for e in week] == [("2026-10-05", "2026-10-12")]
    assert any(event["STATUS"] == "CANCELLED" for event in found.values())


def test_long_lines():
    """lines are folded at 75 bytes and no letter is torn"""
    events("lines.ics")
    lines = (FOLDER / "lines.ics").read_bytes().split(b"\r\n")
    assert lines.pop() == b"" and all(len(line) <= 75 for line in lines), max(map(len, lines))
    for line in lines:
        line.decode("utf-8")


def test_update():
    """the same file gives the same bytes; after a change the same events come with a higher sequence and a later stamp"""
    before = events("before.ics")
    events("again.ics")
    assert (FOLDER / "before.ics").read_bytes() == (FOLDER / "again.ics").read_bytes()
    cli("status", PLAN, "nyanställda", "done", "--comment", "Klart; med, tecken\\som ska bort.")
    after = events("after.ics")
    assert set(before) == set(after)
    for uid, event in after.items():
        assert event["SEQUENCE"] > before[uid]["SEQUENCE"]
        assert event.decoded("DTSTAMP") >= before[uid].decoded("DTSTAMP")


tap.run(dict(globals()))

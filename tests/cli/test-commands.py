# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command of barnratt-cli, as a script would call it: what it prints, what it ends with, what it leaves alone."""
import contextlib
import csv
import hashlib
import io
import json
import os
import sqlite3
import stat
import subprocess
import tempfile
from pathlib import Path

import tap

CLI = os.environ["BARNRATT_CLI"]
FOLDER = tempfile.TemporaryDirectory(prefix="barn-cli-")
HOME = Path(FOLDER.name)
TODAY = "2026-11-22"

PLAN = """# Handlingsplan för barnets rättigheter 2025

## Bakgrund

Förvaltningen arbetar med barnets rättigheter sedan länge.

## Förflyttningar

1. Fler barn får säga vad de tycker
2. Barn möts av samma svar överallt

## Aktiviteter

### Chefer

- Ge tid för samtal med barn
- Följa upp klagomål från barn

### Familjehem

- Fråga barnet om vardagen
- Ge tid för samtal med barn

## På längre sikt

- Starta ett råd för unga
"""


def cli(*arguments, status=0, env=None):
    done = subprocess.run([CLI, *map(str, arguments)], capture_output=True, timeout=60,
                          env={**os.environ, "BARNRATT_TODAY": TODAY, "XDG_DATA_HOME": str(HOME / "data"), **(env or {})})
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert done.returncode == status, f"{arguments}: {done.returncode} and not {status}\n{out}\n{err}"
    if status:
        assert out == "", f"{arguments} printed {out!r}"
        assert err.startswith("barnratt-cli: ") and err.splitlines()[0].rstrip().endswith((".", ":")), err
        assert len(err.splitlines()) <= (2 if status == 2 else 1), err
    return out


def told(*arguments):
    return json.loads(cli(*arguments, "--format", "json"))


def fresh(name, *arguments):
    path = HOME / name
    cli("new", path, "--year", "2026", *arguments)
    return path


def example(name):
    return fresh(name, "--example")


def document(name, text=PLAN):
    path = HOME / name
    path.write_text(text, encoding="utf-8")
    return path


def test_help():
    """help tells every command, and each command its options"""
    text = cli("--help")
    for command in ("new", "import", "list", "status", "summary", "export", "undo", "redo", "verify", "backup", "restore"):
        assert f"barnratt-cli {command} " in text, command
        assert "Usage:" in cli(command, "--help")
    assert "--dry-run" in cli("import", "--help")
    assert cli("--version").startswith("barnratt-cli 0.")


def test_wrong_usage():
    """what cannot be understood ends with 2"""
    path = fresh("usage.barnratt")
    for arguments in ((), ("backup", path), ("restore", path), ("restore", path, path, path), ("merge", path, path), ("new",), ("new", HOME / "x.barnratt"), ("new", HOME / "x.barnratt", "--year", "26"),
                      ("new", HOME / "x.barnratt", "y", "--year", "2026"), ("list",), ("list", path, "meetings"), ("list", path, "shifts", "--occasion", "Tertial 1"), ("summary", path, "--occasion", "x", "--as-of", "2026-01-01"), ("export", path, "arshjul", "-o", HOME / "x.ics", "--as-of", "2026-01-01"), ("list", path, "--format", "xml"),
                      ("list", path, "--status", "klippt"), ("list", path, "--as-of", "igår kväll"), ("list", path, "--nonsense"),
                      ("list", path, "shifts", "--overdue"), ("status", path, "x"), ("status", path, "x", "maybe"), ("summary",),
                      ("export", path), ("export", path, "barnbokslut"), ("export", path, "arsrapport", "-o", HOME / "x.html"),
                      ("import", path), ("import", path, path, "--format", "json"), ("undo",), ("redo", path, path), ("verify",)):
        cli(*arguments, status=2)
    assert not (HOME / "x.barnratt").exists() and not (HOME / "x.html").exists()


def test_new():
    """new makes a file with a plan and the usual roles, and never writes over another"""
    path = fresh("new.barnratt", "--organisation", "Omsorgsförvaltningen", "--board", "Omsorgsnämnden")
    assert [role["name"] for role in told("list", path, "roles")] == ["Politiker", "Chefer", "Medarbetare", "Strategiskt arbete"]
    assert told("list", path) == []
    assert "nothing" in cli("list", path)
    before = path.read_bytes()
    cli("new", path, "--year", "2026", status=1)
    cli("new", HOME / "nowhere" / "x.barnratt", "--year", "2026", status=1)
    assert path.read_bytes() == before
    cli("undo", path, status=1)
    cli("redo", path, status=1)
    assert path.read_bytes() == before
    assert [p.name for p in HOME.glob("new.barnratt*")] == ["new.barnratt"]


def test_example():
    """the example has a year that is closed and one under way, and is sound"""
    path = example("example.barnratt")
    cli("verify", path)
    summary = told("summary", path)
    assert summary["year"] == 2026 and summary["activities"] > 5 and summary["by_status"]["done"] > 0
    assert told("summary", path, "--year", "2025")["year"] == 2025
    assert told("list", path, "areas", "--year", "2025")


def test_activities():
    """the keys of an activity are the words of the product"""
    path = example("activities.barnratt")
    activities = told("list", path, "activities")
    assert activities == told("list", path)
    for activity in activities:
        assert list(activity) == ["id", "title", "roles", "status", "overdue", "shifts", "articles", "responsible", "start", "due", "first_due",
                                  "last_follow_up"], list(activity)
        assert activity["status"] in ("not_started", "ongoing", "done", "paused", "cancelled")
        assert isinstance(activity["overdue"], bool) and all(isinstance(a, int) for a in activity["articles"])
        last = activity["last_follow_up"]
        assert last is None or list(last) == ["on", "status", "comment", "effect"] and len(last["on"]) == 10
    assert any(len(a["roles"]) > 1 for a in activities) and any(a["last_follow_up"] is None for a in activities)
    assert any(a["overdue"] for a in activities)
    title = activities[0]["title"]
    assert title in cli("list", path)


def test_filters():
    """role, status and overdue add up, as of a day"""
    path = example("filters.barnratt")
    every = told("list", path)
    chefer = told("list", path, "--role", "chefer")
    assert chefer == [a for a in every if "Chefer" in a["roles"]]
    assert told("list", path, "--status", "genomförd") == [a for a in every if a["status"] == "done"] == told("list", path, "--status", "done")
    overdue = told("list", path, "--overdue")
    assert overdue and overdue == [a for a in every if a["overdue"]]
    assert told("list", path, "--role", "Chefer", "--status", "done") == [a for a in chefer if a["status"] == "done"]
    early = told("list", path, "--as-of", "2026-01-01")
    assert len(early) == len(every) and all(a["last_follow_up"] is None for a in early)
    cli("list", path, "--role", "Rektorer", status=1)
    cli("list", path, "--year", "1999", status=1)


def test_other_lists():
    """shifts, areas, items on longer sight and history have their keys"""
    path = example("lists.barnratt")
    shifts = told("list", path, "shifts")
    assert all(list(s) == ["id", "number", "title", "purpose", "articles", "activities", "done"] for s in shifts)
    assert [s["number"] for s in shifts] == list(range(1, len(shifts) + 1))
    areas = told("list", path, "areas")
    assert all(list(a) == ["id", "year", "title", "measures", "expected_result", "status", "comment"] for a in areas)
    assert {a["year"] for a in areas} >= {2025, 2026} and all(isinstance(a["measures"], list) and a["measures"] for a in areas)
    assert all(list(i) == ["id", "title"] for i in told("list", path, "long-term"))
    history = told("list", path, "history")
    assert len(history) > 10 and [h["number"] for h in history] == sorted((h["number"] for h in history), reverse=True)
    assert {"at", "author", "what", "subject", "changes"} <= set(history[0])
    for what in ("shifts", "roles", "areas", "long-term", "history"):
        assert len(cli("list", path, what).splitlines()) > 1, what


def test_history_filters():
    """history by who, what and when; what narrows nothing or cannot be is said"""
    path = example("narrowed.barnratt")
    every = told("list", path, "history")
    numbers = {h["number"] for h in every}
    authors = {h["author"] for h in every}
    assert len(authors) > 1, authors
    parts = [{h["number"] for h in told("list", path, "history", "--author", author.upper())} for author in authors]
    assert set().union(*parts) == numbers and sum(map(len, parts)) == len(numbers)

    follow_ups = told("list", path, "history", "--kind", "follow-up")
    assert follow_ups and follow_ups == told("list", path, "history", "--kind", "follow_up")
    assert all(any(c["kind"] == "follow_up" for c in h["changes"]) for h in follow_ups)
    assert 0 < len(follow_ups) < len(every)

    days = sorted({h["at"][:10] for h in every})
    middle = days[len(days) // 2]
    since = {h["number"] for h in told("list", path, "history", "--since", middle)}
    until = {h["number"] for h in told("list", path, "history", "--until", middle)}
    on_it = {h["number"] for h in told("list", path, "history", "--since", middle, "--until", middle)}
    assert since | until == numbers and since & until == on_it and on_it

    subject = next(h["subject"] for h in every if h["subject"])
    found = told("list", path, "history", "--search", subject.upper())
    assert found and any(h["subject"] == subject for h in found)
    assert told("list", path, "history", "--search", "no such words anywhere") == []
    rows = cli("list", path, "history", "--search", subject, "--format", "csv").splitlines()
    assert len(rows) >= len(found) + 1

    cli("list", path, "history", "--author", "Nobody Known", status=1)
    cli("list", path, "history", "--kind", "weather", status=2)
    cli("list", path, "history", "--since", "31/2", status=2)
    cli("list", path, "history", "--since", "2026-06-02", "--until", "2026-06-01", status=2)
    cli("list", path, "activities", "--author", "Anna", status=2)
    cli("list", path, "--since", "2026-01-01", status=2)


def test_csv():
    """CSV opens in a Swedish spreadsheet and holds nothing that it would run"""
    path = fresh("csv.barnratt")
    cli("import", path, document("csv.md", PLAN.replace("- Fråga barnet om vardagen", "- =HYPERLINK(\"x\") till barnet; fråga")))
    raw = subprocess.run([CLI, "list", path, "--year", "2025", "--format", "csv"], capture_output=True, check=True).stdout
    assert raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0][:5] == ["id", "title", "roles", "status", "overdue"] and all(len(r) == len(rows[0]) for r in rows)
    assert [r[1] for r in rows if "HYPERLINK" in r[1]] == ["'=HYPERLINK(\"x\") till barnet; fråga"]
    for what in ("shifts", "roles", "areas", "long-term", "history"):
        assert cli("list", path, what, "--format", "csv").startswith("\ufeff")
    assert cli("summary", path, "--format", "csv").startswith("\ufeffrole;activities")


def test_summary():
    """the summary counts an activity under two roles once"""
    path = example("summary.barnratt")
    summary = told("summary", path)
    assert list(summary) == ["year", "as_of", "activities", "by_status", "overdue", "without_follow_up", "by_role", "shifts", "long_term", "approved"]
    activities = told("list", path)
    assert summary["as_of"] == TODAY and summary["activities"] == len(activities) == sum(summary["by_status"].values())
    assert list(summary["by_status"]) == ["not_started", "ongoing", "done", "paused", "cancelled"]
    assert summary["overdue"] == sum(a["overdue"] for a in activities)
    assert summary["without_follow_up"] == sum(a["last_follow_up"] is None for a in activities)
    assert sum(role["activities"] for role in summary["by_role"].values()) > summary["activities"]
    for name, role in summary["by_role"].items():
        mine = [a for a in activities if name in a["roles"]]
        assert role["activities"] == len(mine) and role["done"] == sum(a["status"] == "done" for a in mine)
    assert set(summary["approved"]) == {"by", "on"}
    assert told("summary", fresh("unapproved.barnratt"))["approved"] is None
    assert str(summary["activities"]) in cli("summary", path)


def test_views():
    """saved views are listed with what they show, and their activities by their name"""
    path = example("views.barnratt")
    views = told("list", path, "views")
    assert [v["name"] for v in views] == ["Behöver lyftas", "Försenat just nu"]
    assert all(list(v) == ["id", "name", "filter", "grouping", "sorting", "columns", "activities"] for v in views)
    overdue = told("list", path, "activities", "--overdue")
    assert views[1]["activities"] == len(overdue) > 0 and views[1]["grouping"] == "responsible"
    assert told("list", path, "activities", "--view", "försenat JUST nu") == overdue
    assert len(told("list", path, "activities", "--view", "Försenat just nu", "--as-of", "2026-01-01")) == 0
    cli("list", path, "activities", "--view", "Finns inte", status=1)
    cli("list", path, "activities", "--view", "Försenat just nu", "--overdue", status=2)
    cli("list", path, "shifts", "--view", "Försenat just nu", status=2)


def test_occasions():
    """occasions, what they report and what is measured have their keys, and an occasion is compared with the one before"""
    path = example("occasions.barnratt")
    occasions = told("list", path, "occasions")
    assert all(list(o) == ["id", "title", "cut_off", "state", "closed_on", "reason", "asked", "left", "corrections"] for o in occasions)
    assert [o["state"] for o in occasions] == ["closed", "closed", "open"] and [o["cut_off"] for o in occasions] == ["2026-04-30", "2026-08-31", "2026-12-31"]
    assert all(o["left"] <= o["asked"] and o["corrections"] == 0 for o in occasions) and all(o["reason"] for o in occasions[:2])
    assert occasions[0]["closed_on"] == "2026-05-05" and occasions[2]["closed_on"] is None

    reported = told("list", path, "--occasion", "tertial 1")
    assert all(list(r) == ["id", "title", "roles", "responsible", "due", "status", "overdue", "followed_up", "comment", "effect"] for r in reported)
    assert len(reported) == len(told("list", path))
    summary = told("summary", path, "--occasion", "2026-08-31")
    assert summary["occasion"] == "Tertial 2" and summary["state"] == "closed" and summary["activities"] == sum(summary["by_status"].values())
    assert summary["previous"]["by_status"]["done"] == sum(r["status"] == "done" for r in reported)
    assert told("summary", path, "--occasion", "Tertial 1")["previous"] is None
    cli("summary", path, "--occasion", "Tertial 4", status=1)
    cli("list", path, "--occasion", "2026-06-30", status=1)

    # What is written afterwards does not change what was reported, and is seen
    delayed = next(a for a in told("list", path) if a["first_due"] != a["due"] and a["first_due"])
    assert delayed["first_due"] == "2026-06-30" and delayed["due"] == "2026-09-30"
    cli("status", path, "Möta barn", "done", "--on", "2026-04-01")
    assert told("list", path, "--occasion", "Tertial 1") == reported
    assert told("list", path, "occasions")[0]["corrections"] == 1

    indicators = told("list", path, "indicators")
    assert all(list(i) == ["id", "title", "activity", "shift", "scale", "unit", "baseline", "target", "values"] for i in indicators)
    assert {i["scale"] for i in indicators} == {"number", "percent", "yes_no", "level"} and all(i["values"] for i in indicators)
    assert indicators[-1]["baseline"] is None and indicators[0]["values"][0] == {"on": "2026-04-30", "value": 9, "comment": "Nämnden och utskottet tillsammans."}
    for arguments in (("list", path, "occasions"), ("list", path, "indicators"), ("list", path, "--occasion", "Tertial 1"), ("summary", path, "--occasion", "Tertial 2")):
        assert len(cli(*arguments).splitlines()) > 3
        assert cli(*arguments, "--format", "csv").startswith("\ufeff")


def test_assessments():
    """the register of barnkonsekvensanalyser has its keys"""
    path = example("assessments.barnratt")
    register = told("list", path, "assessments")
    assert all(list(a) == ["id", "title", "on", "outcome", "reason", "heard", "link", "note"] for a in register)
    assert {a["outcome"] for a in register} == {"made", "not_made", "not_needed"} and all(a["reason"] for a in register if a["outcome"] == "not_made")
    assert [a["on"] for a in register] == sorted(a["on"] for a in register)
    assert register[0]["title"] in cli("list", path, "assessments")
    assert cli("list", path, "assessments", "--format", "csv").startswith("\ufeffid;title;on;outcome;reason;heard;link;note\r\n")
    assert told("list", fresh("none.barnratt"), "assessments") == []
    cli("list", path, "assessments", "--overdue", status=2)


def test_calendar():
    """the annual wheel is written as a calendar file, and as nothing else"""
    path = example("calendar.barnratt")
    output = HOME / "year.ics"
    assert "year.ics" in cli("export", path, "arshjul", "-o", output)
    text = output.read_bytes().decode("utf-8")
    assert text.startswith("BEGIN:VCALENDAR\r\n") and text.endswith("END:VCALENDAR\r\n") and text.count("BEGIN:VEVENT") == text.count("UID:") > 30
    cli("export", path, "arshjul", "-o", HOME / "year.docx", status=1)
    cli("export", path, "arshjul", "-o", HOME / "year.ics", "--year", "1999", status=1)
    assert not (HOME / "year.docx").exists()
    os.symlink(path, HOME / "link.ics")
    cli("export", path, "arshjul", "-o", HOME / "link.ics", status=1)
    cli("verify", path)
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.executescript("DELETE FROM change_item; DELETE FROM change WHERE of IS NOT NULL; DELETE FROM change;")
    cli("export", path, "arshjul", "-o", output)


def test_status():
    """status writes a follow-up, found by title or id, today or on a day"""
    path = fresh("status.barnratt")
    cli("import", path, document("status.md"))
    year = ("--year", "2025")
    cli("status", path, "klagomål", "Påbörjad", *year)
    activity = [a for a in told("list", path, *year) if "klagomål" in a["title"]][0]
    assert activity["status"] == "ongoing" and activity["last_follow_up"] == {"on": TODAY, "status": "ongoing", "comment": "", "effect": ""}
    cli("status", path, activity["id"], "done", "--on", "2026-11-01", "--comment", "Åtta svar.", "--effect", "Barn får svar.", *year)
    assert [a for a in told("list", path, *year) if a["id"] == activity["id"]][0]["status"] == "ongoing"
    assert told("list", path, "--as-of", "2026-11-02", *year) != told("list", path, *year)
    cli("status", path, activity["id"], "klar", *year)
    assert [a for a in told("list", path, *year) if a["id"] == activity["id"]][0]["status"] == "done"

    before = path.read_bytes()
    cli("status", path, "barn", "done", *year, status=1)
    cli("status", path, "finns inte", "done", *year, status=1)
    cli("status", path, "klagomål", "done", "--year", "2026", status=1)
    cli("status", path, "klagomål", "färdigtänkt", *year, status=2)
    cli("status", path, "klagomål", "done", "--on", "32/13", *year, status=2)
    assert path.read_bytes() == before


def test_status_in_c_locale():
    """titles with å ä ö are understood where the locale knows ASCII alone"""
    path = fresh("locale.barnratt")
    cli("import", path, document("locale.md"))
    assert "klagomål" in cli("status", path, "KLAGOMÅL", "påbörjad", "--year", "2025", env={"LC_ALL": "C"})


def test_words_like_options():
    """what follows -- is no option"""
    path = fresh("dashes.barnratt")
    cli("import", path, document("dashes.md"))
    cli("status", "--year", "2025", path, "--", "-finns-inte", "done", status=1)
    cli("status", "--year", "2025", "--", path, "klagomål", "done")
    cli("status", "--year", "2025", path, "-finns-inte", "done", status=2)


def test_personal_id():
    """what looks like a personnummer is told of, and saved as asked"""
    path = fresh("personal.barnratt")
    cli("import", path, document("personal.md"))
    done = subprocess.run([CLI, "status", path, "klagomål", "done", "--year", "2025", "--comment", "Barnet 20121212-1212 sade nej."], capture_output=True, text=True)
    assert done.returncode == 0 and "personnummer" in done.stderr, done.stderr
    assert cli("undo", path)


def test_import():
    """import takes a plan in as one change, and only where the year has none"""
    path = fresh("import.barnratt")
    text = document("import.md")
    before = told("list", path, "roles")
    out = cli("import", path, text)
    assert "3 activities" in out and "2 shifts" in out, out
    activities = told("list", path, "--year", "2025")
    assert len(activities) == 3
    assert [a["roles"] for a in activities if a["title"] == "Ge tid för samtal med barn"] == [["Chefer", "Familjehem"]]
    assert len(told("list", path, "roles")) == len(before) + 1
    stored = path.read_bytes()
    cli("import", path, text, status=1)
    assert path.read_bytes() == stored
    cli("import", path, text, "--year", "2026")
    assert len(told("list", path)) == 3
    assert "2026" in cli("undo", path)
    assert told("list", path, "--year", "2026") == []
    cli("undo", path)
    cli("list", path, "--year", "2025", status=1)
    assert told("list", path, "roles") == before
    cli("redo", path)
    assert told("list", path, "--year", "2025") == activities
    cli("verify", path)


def test_current_year():
    """without a year it is the latest begun plan that has something in it, else the latest begun"""
    path = fresh("current.barnratt")
    assert told("summary", path)["year"] == 2026
    cli("import", path, document("current.md"))
    assert told("summary", path)["year"] == 2025
    assert len(told("list", path)) == 3
    cli("status", path, "klagomål", "done")
    cli("import", path, document("later.md"), "--year", "2027")
    assert told("summary", path)["year"] == 2025
    cli("import", path, document("this.md"), "--year", "2026")
    assert told("summary", path)["year"] == 2026
    ahead = HOME / "ahead.barnratt"
    cli("new", ahead, "--year", "2027")
    assert told("summary", ahead)["year"] == 2027


def test_names_of_any_bytes():
    """a name that is no text is told of in text"""
    path = fresh("bytes.barnratt")
    for arguments in (("list", b"\xff\nx"), ("import", path, HOME / "\udcff.docx"), ("export", path, "barnbokslut", "-o", HOME / "\udcff" / "x.html"),
                      ("status", path, b"\xff\xfe", "done")):
        done = subprocess.run([CLI, *arguments], capture_output=True)
        assert done.returncode == 1 and done.stdout == b"", arguments
        assert done.stderr.decode("utf-8").count("\n") == 1, done.stderr
    output = HOME / "\udcff.html"
    assert subprocess.run([CLI, "export", path, "barnbokslut", "-o", output], capture_output=True, check=True).stdout.decode("utf-8")


def test_dry_run():
    """a dry run says for each line what it was taken for, and stores nothing"""
    path = fresh("dry.barnratt")
    text = document("dry.md")
    before = path.read_bytes()
    draft = told("import", path, text, "--dry-run")
    assert path.read_bytes() == before
    assert (draft["year"], draft["shifts"], draft["roles"], draft["activities"], draft["long_term"]) == (2025, 2, 2, 3, 1)
    assert [line["number"] for line in draft["lines"]] == list(range(1, len(draft["lines"]) + 1))
    assert all(line["fate"] in ("kept", "joined", "dropped") and line["reason"] for line in draft["lines"])
    taken = {line["text"]: line["taken"] for line in draft["lines"]}
    assert taken["Familjehem"] == "role" and taken["Starta ett råd för unga"] == "long_term" and taken["Fråga barnet om vardagen"] == "activity"
    out = cli("import", path, text, "--dry-run")
    assert "Fråga barnet om vardagen" in out and "3 activities" in out
    assert cli("import", path, text, "--dry-run", "--format", "csv").startswith("\ufeffnumber;fate;taken;text;reason")


def test_real_documents():
    """a published plan is the same from its Word, ODF and text files, and a report is no plan"""
    folder = Path(tap.environment("BARNRATT_REAL_DOCUMENTS", "there are no published documents to read"))
    plans = []
    for ending in ("txt", "odt", "docx", "pandoc.docx"):
        path = fresh(f"real-{ending}.barnratt")
        cli("import", path, folder / f"handlingsplan-helsingborg-2024.{ending}")
        summary = told("summary", path, "--year", "2024")
        assert (summary["shifts"], summary["activities"], summary["long_term"]) == (3, 14, 2), summary
        assert [summary["by_role"][name]["activities"] for name in ("Politiker", "Chefer", "Medarbetare", "Strategiskt arbete")] == [3, 3, 4, 5]
        assert summary["approved"] == {"by": "Förvaltningsledningsgruppen", "on": "2024-02-26"}
        plans.append([{k: a[k] for k in ("title", "roles", "articles")} for a in told("list", path, "--year", "2024")])
    assert all(plan == plans[0] for plan in plans)
    before = path.read_bytes()
    for name in ("rapport-partnerskapet-2016-2018.txt", "delredovisning-barnuppdraget-stockholms-lan.txt",
                 "tjansteutlatande-stodmaterial-stockholm-2021.txt", "barnbokslut-goteborg-2024.docx"):
        cli("import", path, folder / name, "--year", "2025", status=1)
    assert path.read_bytes() == before


def test_import_of_what_is_no_plan():
    """what is no plan, or no document, is refused in a sentence and nothing is stored"""
    path = fresh("bad.barnratt")
    before = path.read_bytes()
    bad = {"empty.txt": b"", "letter.txt": b"Hej!\n\nTack for senast.\n", "torn.docx": b"PK\x03\x04" + b"\0" * 40, "noise.odt": os.urandom(3000),
           "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600}
    for name, contents in bad.items():
        (HOME / name).write_bytes(contents)
        cli("import", path, HOME / name, status=1)
        cli("import", path, HOME / name, "--dry-run", status=1)
    cli("import", path, HOME / "gone.docx", status=1)
    cli("import", path, HOME, status=1)
    cli("import", path, document("no-year.md", PLAN.replace(" 2025", "")), status=1)
    assert path.read_bytes() == before


def test_export():
    """export writes docx, html and Markdown, the same bytes each time, and nothing where it is refused"""
    path = example("export.barnratt")
    before = path.read_bytes()
    for ending in ("docx", "odt", "pdf", "html", "md"):
        output = HOME / f"barnbokslut.{ending}"
        cli("export", path, "barnbokslut", "-o", output)
        first = output.read_bytes()
        cli("export", path, "barnbokslut", "--output", output)
        assert output.read_bytes() == first and len(first) > 2000
        cli("export", path, "barnbokslut", "-o", output, "--year", "2025", "--as-of", "2025-12-31")
        assert output.read_bytes() != first
    outputs = set()
    for kind in ("handlingsplan", "barnbokslut", "lagesrapport", "halvarsrapport", "tjansteskrivelse", "barnversion"):
        for ending in ("docx", "html", "md", "txt"):
            output = HOME / f"{kind}.{ending}"
            cli("export", path, kind, "-o", output)
            outputs.add(output.read_bytes())
    assert len(outputs) == 24, "two kinds of documents are the same"
    cli("export", path, "barnbokslut", "-o", HOME / "x.pages", status=1)
    cli("export", path, "barnbokslut", "-o", HOME / "nowhere" / "x.html", status=1)
    cli("export", path, "barnbokslut", "-o", path, status=1)
    cli("export", path, "barnbokslut", "-o", HOME / "x.html", "--year", "1999", status=1)
    assert path.read_bytes() == before and not list(HOME.glob("x.*"))


def test_export_data():
    """all data as a workbook, as csv that does no harm, and as json; the same bytes each time, in any locale"""
    path = example("data.barnratt")
    csv = HOME / "data.csv"
    cli("export", path, "data", "-o", csv)
    text = csv.read_bytes()
    assert text.startswith(b"\xef\xbb\xbf") and text.count(b"\r\n") > 20 and b";P\xc3\xa5b\xc3\xb6rjad;" in text
    told_json = HOME / "data.json"
    cli("export", path, "data", "-o", told_json)
    everything = json.loads(told_json.read_text("utf-8"))
    assert everything["format"] == "barnratt-data" and len(everything["activity"]) > 20
    one = everything["activity"][0]
    assert {"id", "title", "roles", "due_on"} <= set(one) and isinstance(one["roles"], list)
    assert {f["status"] for f in everything["follow_up"]} <= {"not_started", "ongoing", "done", "paused", "cancelled"}
    for ending in ("xlsx", "csv", "json"):
        first, second = HOME / f"one.{ending}", HOME / f"two.{ending}"
        cli("export", path, "data", "-o", first)
        cli("export", path, "data", "-o", second, env={"LC_ALL": "sv_SE.UTF-8", "TZ": "Asia/Tokyo"})
        assert first.read_bytes() == second.read_bytes(), ending
    cli("export", path, "data", "-o", HOME / "x.docx", status=1)
    cli("export", path, "data", "-o", HOME / "nowhere" / "x.csv", status=1)
    cli("export", path, "data", "-o", path, status=1)


DECIDED = ("--by", "Socialnämnden", "--on", "2026-11-20", "--decision", "§ 12")


def adopted(path, kind, ending, *arguments):
    """adopts a document and gives what is told of it"""
    before = {document["id"] for document in told("list", path, "adopted")}
    cli("adopt", path, kind, "--format", ending, *DECIDED, *arguments)
    return next(document for document in told("list", path, "adopted") if document["id"] not in before)


def test_adopt():
    """adopt keeps what export writes; export FILE adopted gives it back byte for byte, whatever was changed since"""
    path = example("adopt.barnratt")
    for ending in ("docx", "odt", "pdf", "html", "md"):
        plain, kept = HOME / f"plain.{ending}", HOME / f"kept.{ending}"
        cli("export", path, "barnbokslut", "-o", plain, "--as-of", "2026-11-20")
        one = adopted(path, "barnbokslut", ending)
        assert one["sha256"] == hashlib.sha256(plain.read_bytes()).hexdigest() and one["size"] == plain.stat().st_size
        cli("status", path, told("list", path)[0]["id"], "paused", "--comment", f"Sedan {ending} fastställdes.")
        cli("export", path, "adopted", one["sha256"][:12], "-o", kept)
        assert kept.read_bytes() == plain.read_bytes()
    assert {"id", "year", "paper", "format", "title", "as_of", "adopted_on", "instance", "decision", "registry_number", "sha256", "size",
            "author"} == set(one)
    assert (one["instance"], one["decision"], one["adopted_on"], one["as_of"]) == ("Socialnämnden", "§ 12", "2026-11-20", "2026-11-20")
    assert "§ 12" in cli("list", path, "adopted") and one["sha256"][:12] in cli("list", path, "adopted")
    assert len(told("list", path, "adopted", "--year", "2026")) == 5 and told("list", path, "adopted", "--year", "2025") == []
    assert len(list(csv.reader(io.StringIO(cli("list", path, "adopted", "--format", "csv")), delimiter=";"))) == 6
    cli("undo", path)
    cli("undo", path)
    assert len(told("list", path, "adopted")) == 4
    cli("redo", path)
    cli("export", path, "adopted", one["id"], "-o", kept)
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == one["sha256"]
    cli("verify", path)


def test_adopt_refused():
    """what cannot be adopted or found is told in a sentence and changes nothing"""
    path = example("refused.barnratt")
    one = adopted(path, "barnbokslut", "md")
    before = path.read_bytes()
    said = ("--format", "pdf", "--by", "Socialnämnden", "--on")
    cli("adopt", path, "barnbokslut", *said, "2026-11-23", status=1)
    cli("adopt", path, "barnbokslut", *said, "2026-11-20", "--as-of", "2026-11-21", status=1)
    cli("adopt", path, "barnbokslut", *said, "2026-11-20", "--decision", "§" * 10000, status=1)
    cli("adopt", path, "barnbokslut", "--format", "pdf", "--by", "n" * 10000, "--on", "2026-11-20", status=1)
    cli("adopt", path, "barnbokslut", "--format", "pdf", "--by", " ", "--on", "2026-11-20", status=1)
    cli("adopt", path, "barnbokslut", *said, "2026-11-20", "--year", "1999", status=1)
    cli("adopt", path, "barnbokslut", "--format", "pdf", "--on", "2026-11-20", status=2)
    cli("adopt", path, "barnbokslut", "--by", "Socialnämnden", "--on", "2026-11-20", status=2)
    cli("adopt", path, "barnbokslut", "--format", "pages", "--by", "Socialnämnden", "--on", "2026-11-20", status=2)
    cli("adopt", path, "bokslut", *said, "2026-11-20", status=2)
    cli("adopt", path, "barnbokslut", *said, "i fjol", status=2)
    cli("export", path, "adopted", "ffffffff", "-o", HOME / "x.md", status=1)
    cli("export", path, "adopted", one["id"], "-o", HOME / "x.pdf", status=1)
    cli("export", path, "adopted", one["id"], "-o", path, status=1)
    cli("export", path, "adopted", "-o", HOME / "x.md", status=2)
    cli("export", path, "adopted", one["id"], "-o", HOME / "x.md", "--year", "2026", status=2)
    cli("export", path, "barnbokslut", one["id"], "-o", HOME / "x.md", status=2)
    cli("compare", path, one["id"], "ffffffff", status=1)
    cli("compare", path, one["id"], status=2)
    assert path.read_bytes() == before and not list(HOME.glob("x.*"))
    # Somebody wrote into the file past the program: it is told, not shown
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE adopted_copy SET bytes = CAST (bytes || x'20' AS BLOB)")
    cli("verify", path, status=3)
    cli("export", path, "adopted", one["id"], "-o", HOME / "x.md", status=3)
    assert not list(HOME.glob("x.*"))


def test_compare():
    """compare tells what became of each paragraph, between formats too"""
    path = example("compare.barnratt")
    before = adopted(path, "handlingsplan", "docx")
    assert "same" in cli("compare", path, before["id"], before["id"])
    one = told("list", path)[0]["id"]
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE activity SET title = title || ' varje gång' WHERE id = ?", (one,))
    after = adopted(path, "handlingsplan", "pdf")
    differences = told("compare", path, before["id"], after["id"])
    assert differences["changed"] + differences["added"] >= 1 and differences["same"] > 20
    assert (differences["before"]["id"], differences["after"]["id"]) == (before["id"], after["id"])
    changed = [block for block in differences["blocks"] if block["difference"] == "changed"]
    assert any("varje gång" in "".join(w["text"] for w in block["words"] if w["difference"] == "added") for block in changed), changed
    text = cli("compare", path, before["sha256"][:8], after["sha256"][:8])
    assert "{+" in text and "varje gång" in text and "same" in text
    rows = list(csv.reader(io.StringIO(cli("compare", path, before["id"], after["id"], "--format", "csv")), delimiter=";"))
    assert len(rows) == len(differences["blocks"]) + 1
    letter = adopted(path, "tjansteskrivelse", "md")
    cli("compare", path, before["id"], letter["id"], status=1)


def complaint(path, output, profile):
    done = subprocess.run([CLI, "export", path, "barnbokslut", "-o", output, "--profile", profile], capture_output=True, check=True,
                          timeout=60, env={**os.environ, "BARNRATT_TODAY": TODAY})
    return done.stderr.decode("utf-8")


def test_export_profile():
    """a municipality's own profile words the document; a damaged one is named, and the built-in one used"""
    path = example("profile.barnratt")
    profile = HOME / "own.profile"
    output = HOME / "own.md"
    profile.write_text("[barnbokslut]\ntitle=Barnens år {year}\nparts=areas;front\n[status]\ndone=Klar\n[role]\nChefer=Ledare\n")
    cli("export", path, "barnbokslut", "-o", output, "--profile", profile)
    own = output.read_text()
    assert "Barnens år 2026" in own and "Inledning" not in own and own.index("Utvecklingsområden") < own.index("Diarienummer")
    cli("export", path, "halvarsrapport", "-o", output, "--profile", profile)
    assert "| Ledare |" in output.read_text() and "| Klar |" in output.read_text()
    cli("export", path, "barnbokslut", "-o", output)
    plain = output.read_bytes()
    for damaged in (b"no key file", b"[barnbokslut]\nparts=front;no-such\n", b"[a]\nb=\xff\n"):
        profile.write_bytes(damaged)
        said = complaint(path, output, profile)
        assert "own.profile" in said and "built-in" in said, said
        assert output.read_bytes() == plain
    assert "nowhere.profile" in complaint(path, output, HOME / "nowhere.profile")


def test_profile():
    """the plan file keeps a profile: taken in, used by exports, given to others, and let go"""
    path = example("worded.barnratt")
    profile, other, output = HOME / "worded.profile", HOME / "given.profile", HOME / "worded.md"
    profile.write_text("[barnbokslut]\ntitle=Barnens år {year}\n")
    assert "built-in" in cli("profile", path)
    cli("profile", path, "--import", profile)
    assert "title=Barnens år {year}" in cli("profile", path)
    cli("export", path, "barnbokslut", "-o", output)
    assert "Barnens år 2026" in output.read_text()
    cli("profile", path, "--export", other)
    assert "title=Barnens år {year}" in other.read_text() and "Barnrätt" in other.read_text()
    logo = HOME / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"><rect width="30" height="10"/></svg>')
    cli("profile", path, "--logo", logo)
    html = HOME / "worded.html"
    cli("export", path, "barnbokslut", "-o", html)
    assert 'src="data:image/png;base64,' in html.read_text() and 'alt="Logotyp: ' in html.read_text()
    for damaged in (b"no key file", b"[barnbokslut]\ntitel=x\n"):
        profile.write_bytes(damaged)
        cli("profile", path, "--import", profile, status=1)
        assert "title=Barnens år {year}" in cli("profile", path)
    logo.write_text("no picture")
    cli("profile", path, "--logo", logo, status=1)
    cli("profile", path, "--export", path, status=1)
    cli("profile", path, "--reset", "--import", profile, status=2)
    cli("undo", path)
    assert "logo=" not in cli("profile", path)
    cli("profile", path, "--reset")
    assert "built-in" in cli("profile", path)


def test_undo_and_redo():
    """undo and redo say what they did, one step at a time"""
    path = fresh("undo.barnratt")
    cli("import", path, document("undo.md"))
    cli("status", path, "klagomål", "done", "--year", "2025")
    assert cli("undo", path).startswith("Undone: ")
    assert [a["status"] for a in told("list", path, "--year", "2025")] == ["not_started"] * 3
    assert cli("redo", path).startswith("Redone: ")
    cli("redo", path, status=1)
    assert "done" in [a["status"] for a in told("list", path, "--year", "2025")]


def test_backup_and_restore():
    """a backup is put back as a whole, also over a damaged file, and what was there is kept"""
    path = fresh("kept.barnratt")
    copy = HOME / "copy of kept.barnratt"
    cli("import", path, document("worded.md"))
    assert str(copy) in cli("backup", path, copy)
    activities = told("list", path, "--year", "2025")
    assert told("list", copy, "--year", "2025") == activities
    cli("status", path, "klagomål", "done", "--year", "2025")
    cli("backup", path, path, status=1)
    cli("backup", path, HOME / "nowhere" / "x.barnratt", status=1)
    cli("backup", path, HOME, status=1)

    out = cli("restore", path, copy)
    assert told("list", path, "--year", "2025") == activities
    kept = Path(out.splitlines()[-1].split("“")[1].split("”")[0])
    assert "done" in [a["status"] for a in told("list", kept, "--year", "2025")]
    cli("verify", path)
    cli("restore", path, kept)
    assert "done" in [a["status"] for a in told("list", path, "--year", "2025")]

    contents = copy.read_bytes()
    path.write_bytes(contents[:5000])
    cli("verify", path, status=3)
    cli("restore", path, copy)
    assert told("list", path, "--year", "2025") == activities
    path.unlink()
    cli("restore", path, copy)
    assert told("list", path, "--year", "2025") == activities

    letter = HOME / "letter to keep.docx"
    letter.write_bytes(b"PK no plan")
    torn = HOME / "torn backup.barnratt"
    torn.write_bytes(contents[:4096] + b"\xa5" * (len(contents) - 4096))
    newer = HOME / "newer backup.barnratt"
    newer.write_bytes(contents[:60] + (1000).to_bytes(4, "big") + contents[64:])
    before = path.read_bytes()
    for copy_of, status in ((torn, 3), (letter, 3), (newer, 1), (HOME / "gone.barnratt", 1), (HOME, 3), (path, 1)):
        cli("restore", path, copy_of, status=status)
        assert path.read_bytes() == before, copy_of
    cli("restore", letter, copy, status=3)
    cli("restore", HOME, copy, status=3)
    cli("restore", HOME / "nowhere" / "x.barnratt", copy, status=1)
    assert letter.read_bytes() == b"PK no plan"


def test_full_output():
    """what cannot be printed is told of and ends with 1"""
    path = example("full.barnratt")
    text = document("full.md")
    for arguments in (("list", path), ("list", path, "--format", "json"), ("list", path, "--format", "csv"), ("list", path, "history"), ("summary", path),
                      ("--help",), ("list", "--help"), ("--version",), ("verify", path), ("import", path, text, "--dry-run"), ("undo", path),
                      ("export", path, "barnbokslut", "-o", HOME / "full.md")):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([CLI, *arguments], stdout=full, stderr=subprocess.PIPE, env={**os.environ, "XDG_DATA_HOME": str(HOME / "data")})
        assert done.returncode == 1, (arguments, done)
        assert done.stderr.decode().count("\n") == 1 and "disk may be full" in done.stderr.decode(), (arguments, done.stderr)


def test_protected_outputs():
    """a file that is protected, and what is no file, is not written over"""
    path = example("protected.barnratt")
    target = HOME / "protected.docx"
    target.write_bytes(b"old")
    target.chmod(0o444)
    pipe = HOME / "pipe.docx"
    os.mkfifo(pipe)
    for output in (target, pipe):
        cli("export", path, "barnbokslut", "-o", output, status=1)
        cli("backup", path, output, status=1)
    assert target.read_bytes() == b"old" and stat.S_ISFIFO(pipe.lstat().st_mode)
    target.chmod(0o640)
    link = HOME / "link.docx"
    link.symlink_to(target.name)
    cli("export", path, "barnbokslut", "-o", link)
    assert link.is_symlink() and target.read_bytes() != b"old" and stat.S_IMODE(target.stat().st_mode) == 0o640
    cli("export", path, "barnbokslut", "-o", HOME / "x.pages", status=1)
    done = subprocess.run([CLI, "export", path, "barnbokslut", "-o", HOME / "x.pages"], capture_output=True, text=True)
    assert ".docx, .html" in done.stderr or ".docx, .odt, .html" in done.stderr, done.stderr


def test_bad_files():
    """what is no plan file, is torn or is not there is said so, and left as it is"""
    good = example("good.barnratt").read_bytes()
    half = len(good) // 2
    bad = {"letter.barnratt": b"This is a letter, and no plan file at all.\n" * 40, "empty.barnratt": b"", "torn.barnratt": good[:half - half % 4096 + 7],
           "overwritten.barnratt": good[:4096] + b"\xa5" * (len(good) - 4096)}
    for name, contents in bad.items():
        path = HOME / name
        path.write_bytes(contents)
        for command in (("list",), ("summary",), ("verify",), ("undo",)):
            cli(command[0], path, *command[1:], status=3)
        assert path.read_bytes() == contents, name
    cli("list", HOME / "gone.barnratt", status=1)
    cli("list", HOME, status=3)
    assert not (HOME / "gone.barnratt").exists()


def test_read_only():
    """a file that may only be read is read, and not written"""
    path = example("read-only.barnratt")
    path.chmod(stat.S_IRUSR)
    if os.access(path, os.W_OK):
        raise tap.Skip("rights do not bind this user")
    before = path.read_bytes()
    assert told("list", path)
    cli("undo", path, status=1)
    cli("verify", path)
    assert path.read_bytes() == before


def test_nothing_left_behind():
    """no journal and no temporary file is left beside what was written"""
    assert not [p.name for p in HOME.iterdir() if p.name.endswith(("-journal", ".tmp")) or p.name.startswith(".")]


try:
    tap.run(dict(globals()))
finally:
    FOLDER.cleanup()

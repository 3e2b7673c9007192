# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a person meets it through a year, by keys and by what the accessibility bus tells. What it has stored is read by barnratt-cli.

  test-window.py BARNRATT BARNRATT-CLI
"""
import json
import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))

import screen
import tap
from person import Person, activities, cli

PLAN = """# Handlingsplan för barnets rättigheter 2026

## Bakgrund

Planen visar hur Fritidsförvaltningen i Havsvik arbetar för att varje barn ska få sina rättigheter.

## Förflyttningar

1. Barn är med och bestämmer om sin fritid
2. Varje barn hittar till oss

## Aktiviteter

### Politiker

- Möta ungdomsråden inför budgeten

### Chefer

- Ge varje enhet tid att fråga barnen före sommaren
- Se över öppettiderna tillsammans med barn

### Medarbetare

- Prova en lånebod för skidor och skridskor

## På längre sikt

- Låta barn skriva en egen del av årsredovisningen
"""

ASKING = "Ge varje enhet tid att fråga barnen före sommaren"
HOURS = "Se över öppettiderna tillsammans med barn"


def barnbokslut(file, folder):
    """The barnbokslut as it would be written now."""
    output = os.path.join(folder, "look.md")
    cli("export", file, "barnbokslut", "-o", output)
    with open(output) as text:
        return text.read()


def test_a_year():
    """Through a year: from a document to a plan, a follow-up, a barnbokslut, and back by undo the next day"""
    with Person() as person:
        here = person.screen
        document = person.path("plan.md")
        file = person.path("data", "barnratt", "handlingsplan.barnratt")
        with open(document, "w") as text:
            text.write(PLAN)

        # In: the document, line by line
        person.start()
        here.focus("Open Handlingsplan from Word, ODF or Text…", "push button")
        here.keys("Return")
        person.choose_file(document)
        here.wait("2 shifts · 3 roles · 4 activities · 1 long-term item")
        assert not os.path.exists(file), "something is stored before it was asked for"
        here.until(lambda: here.focused().startswith("list item"), "the lines have not the keyboard")
        person.go_to_row(HOURS)
        here.keys("6")
        person.row(HOURS, "In the longer term, Kept. Chosen by you.")
        here.wait("2 shifts · 3 roles · 3 activities · 2 long-term items")
        here.focus("Store as the Plan for 2026", "push button", key="shift+Tab")
        here.keys("Return")
        here.wait("Activities – ", "frame", exact=False)
        person.row(ASKING, "Not started")
        assert set(activities(file)) == {"Möta ungdomsråden inför budgeten", ASKING, "Prova en lånebod för skidor och skridskor"}
        assert HOURS in cli("list", file, "long-term")
        cli("verify", file)

        # Through the year: a status in the row, then what it meant
        person.enter_list()
        person.go_to_row(ASKING)
        here.keys("3")
        person.row(ASKING, "Done")
        here.keys("Return")
        person.type_into_focus("What happened?", "Alla enheter har fragat barnen.")
        here.keys("alt+c")
        person.type_into_focus("What did it mean for the children?", "Tre enheter har nya tider som barnen valde.")
        here.keys("ctrl+Return")
        here.until(lambda: here.focused().startswith("text What happened?") and here.contents(here.focus_node()) == "", "no new follow-up is begun")
        now = activities(file)[ASKING]
        assert now["status"] == "done", now
        assert now["last_follow_up"]["comment"] == "Alla enheter har fragat barnen.", now
        assert now["last_follow_up"]["effect"] == "Tre enheter har nya tider som barnen valde.", now
        cli("verify", file)

        # Out: the barnbokslut
        person.page("alt+8", "Barnbokslut")
        here.focus("Bakgrund och syfte", "text", exact=False)
        person.type_into_focus("Bakgrund och syfte", "Havsvik har tva fritidsgardar.")
        here.keys("ctrl+e")
        here.until(lambda: here.has_title("Export: Barnbokslut"), "the export dialog has not the keyboard")
        here.focus("Export…", "push button", exact=False)
        here.keys("Return")
        here.until(lambda: here.focused().startswith("text"), "the name of the file cannot be typed")
        output = person.path("barnbokslut.docx")
        here.keys("ctrl+a")
        person.type_into_focus("", output)
        here.keys("Return")
        here.until(lambda: os.path.exists(output) and os.path.getsize(output) > 0, "no barnbokslut is written")
        here.until(lambda: here.has_title("Barnbokslut"), "the window has not the keyboard again")
        assert "Havsvik har tva fritidsgardar." in barnbokslut(file, person.folder)
        person.leave()
        cli("verify", file)

        # The next day
        person.start()
        here.wait("Handlingsplan 2026", "push button")
        here.wait("Barnbokslut – ", "frame", exact=False)
        here.keys("ctrl+z")
        here.until(lambda: "Havsvik har tva fritidsgardar." not in barnbokslut(file, person.folder), "the text is not undone")
        assert activities(file)[ASKING]["status"] == "done"
        here.keys("ctrl+shift+z")
        here.until(lambda: "Havsvik har tva fritidsgardar." in barnbokslut(file, person.folder), "the text is not done again")
        person.leave("ctrl+q")
        cli("verify", file)


def test_keys_of_activities():
    """The list of activities by keys alone: several at once, status, moving, editing, deleting, undo, and from part to part"""
    with Person() as person:
        here = person.screen
        document = person.path("plan.md")
        file = person.path("plan.barnratt")
        with open(document, "w") as text:
            text.write(PLAN.replace("### Medarbetare", "- Lyssna på kön till simskolan\n\n### Medarbetare"))
        cli("new", file, "--year", "2026")
        cli("import", file, document)
        queue = "Lyssna på kön till simskolan"
        meeting = "Möta ungdomsråden inför budgeten"
        lending = "Prova en lånebod för skidor och skridskor"

        def statuses():
            return {title: activity["status"] for title, activity in activities(file).items()}

        def order():
            return [activity["title"] for activity in json.loads(cli("list", file, "activities", "--format", "json"))]

        person.start(file)
        person.page("alt+3", "Activities")
        person.enter_list()

        # From the last of one role over the next heading: the heading is none of those selected, and nothing happens to it
        person.go_to_row(HOURS)
        here.keys("shift+Down", "shift+Down", "shift+Down")
        here.wait("3 selected")
        here.keys("2")
        here.until(lambda: statuses() == {meeting: "not_started", ASKING: "not_started", HOURS: "ongoing", queue: "ongoing", lending: "ongoing"},
                   f"not those have the status that were selected: {statuses()}")
        here.keys("ctrl+z")
        here.until(lambda: set(statuses().values()) == {"not_started"}, "the statuses are not undone at once")

        # Each key is a status
        here.keys("Home")
        person.go_to_row(ASKING)
        for key, status in (("2", "ongoing"), ("3", "done"), ("4", "paused"), ("5", "cancelled"), ("1", "not_started")):
            here.keys(key)
            here.until(lambda: statuses()[ASKING] == status, f"{key} does not make it {status}")

        # Moving, and back
        here.keys("alt+Down")
        here.until(lambda: order().index(ASKING) > order().index(HOURS), "the activity is not moved down")
        here.until(lambda: here.focused().startswith(f"list item {ASKING}"), "what is moved has lost the keyboard")
        here.keys("alt+Up")
        here.until(lambda: order().index(ASKING) < order().index(HOURS), "the activity is not moved up")

        # The title, from the row; Escape leads back to it
        here.until(lambda: here.focused().startswith(f"list item {ASKING}"), "what is moved has lost the keyboard")
        here.keys("F2")
        here.until(lambda: here.focused().startswith("text"), "the title cannot be edited")
        here.keys("ctrl+a")
        here.type("Fraga barnen")
        here.until(lambda: "Fraga barnen" in order(), "the title is not stored")

        # From part to part, and round
        for part in ("list item Activities", "list item Fraga barnen", "text What happened?", "list item Activities"):
            here.keys("F6")
            here.until(lambda: here.focused().startswith(part), f"F6 does not lead to {part}")
        here.keys("shift+F6")
        here.until(lambda: here.focused().startswith("text What happened?"), "Shift+F6 does not lead back")
        here.keys("Escape")
        here.until(lambda: here.focused().startswith("list item Fraga barnen"), "Escape does not lead back to the row")

        # Gone, and back by the button in the toast
        here.keys("Delete")
        here.until(lambda: "Fraga barnen" not in order(), "the activity is not deleted")
        here.until(lambda: here.focused().startswith(f"list item {HOURS}"), "the row below has not the keyboard")
        here.wait("Undo", "push button", exact=False)
        here.keys("ctrl+z")
        here.until(lambda: "Fraga barnen" in order(), "the activity is not back")

        # A new one, named as it is made
        here.keys("ctrl+n")
        here.until(lambda: here.focused().startswith("text"), "a new activity cannot be named")
        here.type("Ny idrottsplats")
        here.until(lambda: "Ny idrottsplats" in order(), "the new activity is not stored")
        person.leave()
        cli("verify", file)


def test_names():
    """On every page and in every dialog, each control has a name"""
    with Person() as person:
        here = person.screen
        file = person.example()
        document = person.path("plan.md")
        with open(document, "w") as text:
            text.write(PLAN)
        unnamed = []

        def look(where):
            unnamed.extend(f"{where}: {what}" for what in here.unnamed())

        def look_into(key, where):
            window = here.xdotool("getactivewindow")
            here.keys(key)
            here.until(lambda: here.xdotool("getactivewindow") not in (None, window), f"{where} does not open")
            look(where)
            here.keys("Escape")
            here.until(lambda: here.xdotool("getactivewindow") == window, f"{where} does not close")

        person.start()
        here.wait("Open Handlingsplan from Word, ODF or Text…")
        look("welcome")
        look_into("ctrl+shift+n", "new plan")
        person.leave()

        person.start(file)
        person.page("alt+1", "Overview")
        look("overview")
        look_into("ctrl+question", "shortcuts")
        look_into("alt+Return", "about this plan")
        for key, title in (("alt+2", "Shifts"), ("alt+4", "Long Term")):
            person.page(key, title)
            look(title)
            here.focus("", "list item", exact=False)
            here.keys("Return")
            here.changed(lambda: not here.focused().startswith("list item"), 5)
            look(f"{title}, with details")
        person.page("alt+3", "Activities")
        look("activities")
        person.enter_list()
        here.focus("Due ", "list item", key="Down", exact=False)
        here.keys("Return")
        here.until(lambda: "What happened?" in here.focused(), "the details do not open")
        look("activities, with details")
        for key, title in (("alt+5", "Annual Wheel"), ("alt+6", "Follow-up"), ("alt+7", "Child Impact Assessments"), ("alt+9", "Documents"), ("alt+0", "History")):
            person.page(key, title)
            look(title)
        person.page("alt+8", "Barnbokslut")
        look("barnbokslut")
        look_into("ctrl+e", "export")
        here.keys("ctrl+shift+o")
        person.choose_file(document)
        here.wait("2 shifts · 3 roles · 4 activities · 1 long-term item")
        here.until(lambda: here.focused().startswith("list item"), "the lines have not the keyboard")
        look("import")
        person.leave()
        assert not unnamed, "\n".join(unnamed)


def test_killed():
    """A text typed a second before the program is killed is there"""
    with Person() as person:
        here = person.screen
        file = person.example()
        person.start(file)
        person.page("alt+8", "Barnbokslut")
        here.focus("Bakgrund och syfte", "text", exact=False)
        person.type_into_focus("Bakgrund och syfte", "Skrivet strax fore strommen gick.")
        time.sleep(1)  # what is promised, and not a wait for anything
        here.kill()
        assert "Skrivet strax fore strommen gick." in barnbokslut(file, person.folder)
        cli("verify", file)


def test_two_programs():
    """What another program stores is seen within two seconds, and neither the selection nor a text being written is lost"""
    with Person() as person:
        here = person.screen
        file = person.example()
        titles = [title for title, activity in activities(file).items() if activity["status"] == "ongoing"]
        mine, theirs = titles[:2]
        person.start(file)
        person.page("alt+3", "Activities")
        person.enter_list()
        person.go_to_row(mine)
        here.keys("Return")
        person.type_into_focus("What happened?", "Halva meningen ar skri")
        person.row(theirs, "Ongoing")
        cli("status", file, theirs, "paused", "--comment", "Pausad av en annan.")
        person.row(theirs, "Paused", 2)
        assert here.focused().startswith("text What happened?"), here.focused()
        assert here.contents(here.focus_node()) == "Halva meningen ar skri", here.contents(here.focus_node())
        here.type("ven.")
        here.until(lambda: here.contents(here.focus_node()) == "Halva meningen ar skriven.", "the text cannot be gone on with")
        here.until(lambda: (activities(file)[mine]["last_follow_up"] or {}).get("comment") == "Halva meningen ar skriven.", "the text is not stored")
        here.keys("ctrl+Return")
        here.until(lambda: here.contents(here.focus_node()) == "", "no new follow-up is begun")
        here.keys("Escape")
        here.until(lambda: here.focused().startswith(f"list item {mine}"), "the row is no longer the chosen one")
        here.keys("3")
        person.row(mine, "Done")
        assert [activities(file)[title]["status"] for title in (mine, theirs)] == ["done", "paused"]
        person.leave()
        cli("verify", file)


if __name__ == "__main__":
    lacking = screen.missing()
    if lacking:
        print(f"1..0 # SKIP not installed here: {lacking}")
        sys.exit(0)
    if screen.inside():
        only = os.environ.get("BARNRATT_CASE")
        tap.run({name: value for name, value in globals().items() if only is None or only in name})

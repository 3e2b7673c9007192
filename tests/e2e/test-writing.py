# SPDX-License-Identifier: GPL-3.0-or-later
"""A document is read in and a barnbokslut written by somebody who has a keyboard and nothing else. What is stored is read by barnratt-cli.

  test-writing.py BARNRATT BARNRATT-CLI
"""
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))

import screen
import tap

PROGRAM, CLI = sys.argv[1:3]

PLAN = """# Handlingsplan för barnets rättigheter 2027

## Förflyttningar

1. Barn är med och bestämmer om sin fritid

## Aktiviteter

### Chefer

- Ge varje enhet tid att fråga barnen
- Se över öppettiderna

## Bilagor

Samtal med tolv barn i mars.

Statistik från 2026.
"""


# How far a section has come: with it the name of its row ends
STATES = ("Empty", "Standard text", "Draft", "Ready", "Automatic")


TODAY = "2026-11-22"


def cli(*words):
    return subprocess.run([CLI, *words], stdout=subprocess.PIPE, text=True, check=True, env={**os.environ, "BARNRATT_TODAY": TODAY}).stdout


def areas(file, year):
    return [a for a in json.loads(cli("list", file, "areas", "--year", str(year), "--format", "json")) if a["year"] == year]


class Desk:
    """A screen with the example plan open."""

    def __init__(self):
        self.home = tempfile.TemporaryDirectory(prefix="barnratt-e2e-")
        self.screen = screen.Screen()
        self.file = self.path("example.barnratt")
        cli("new", self.file, "--year", "2026", "--example")
        self.screen.start(PROGRAM, self.file, HOME=self.home.name, XDG_CONFIG_HOME=self.path("config"), XDG_DATA_HOME=self.path("data"),
                          XDG_CACHE_HOME=self.path("cache"), BARNRATT_TODAY=TODAY)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.screen.close()
        self.home.cleanup()

    def path(self, *names):
        return os.path.join(self.home.name, *names)

    def leave(self):
        self.screen.keys("ctrl+q")
        assert self.screen.wait_for_end() == 0
        assert "CRITICAL" not in self.screen.said(), self.screen.said()
        cli("verify", self.file)

    def barnbokslut(self):
        output = self.path("look.md")
        cli("export", self.file, "barnbokslut", "-o", output)
        with open(output) as text:
            return text.read()

    def has_keyboard(self, words):
        self.screen.until(lambda: words in self.screen.focused(), f"“{words}” has not the keyboard")

    def type(self, text):
        self.screen.type(text)
        self.screen.until(lambda: text in self.screen.contents(self.screen.focus_node()), f"“{text}” is not typed")

    def go_to_section(self, name, key="Tab"):
        """By Tab, or Shift+Tab from behind it, into the list of sections, and there down to the one of that name."""
        here = self.screen
        for _ in range(30):
            before = here.focused()
            if before.startswith("list item") and before.endswith(STATES):
                break
            here.keys(key)
            here.changed(lambda: here.focused() not in ("", before))
        here.keys("Home")
        here.focus(name, "list item", key="Down", exact=False)


def test_barnbokslut():
    """Section, text, standard text, material, ready, preview, remarks and export, by keys"""
    with Desk() as desk:
        here = desk.screen
        here.keys("alt+8")
        here.wait("Barnbokslut – ", "frame", exact=False)

        # A section in which nothing is written has a standard text, and says so; Enter goes to the text
        desk.go_to_section("1.2 Viktiga begrepp, Standard text")
        here.keys("Return")
        desk.has_keyboard("text 1.2 Viktiga begrepp")
        here.focus("Start from the Standard Text", "push button")
        here.keys("Return")
        desk.has_keyboard("text 1.2 Viktiga begrepp")
        here.wait("1.2 Viktiga begrepp, Draft", "list item")

        # Ready, and the list says it
        here.focus("This section is ready", "check box")
        here.keys("space")
        here.wait("1.2 Viktiga begrepp, Ready", "list item")

        # The next section: text, then material with F4 and Ctrl+Enter
        desk.go_to_section("2.3.3 Vad som återstår och varför, Empty", "shift+Tab")
        here.keys("Return")
        desk.has_keyboard("text 2.3.3")
        desk.type("Detta hann vi inte.")
        here.keys("F4")
        desk.has_keyboard("list item")
        piece = here.focus_node().get_name()
        here.keys("ctrl+Return")
        desk.has_keyboard("text 2.3.3")
        here.until(lambda: here.contents(here.focus_node()).startswith("Detta hann vi inte.\n\n"), "the material is not inserted")
        inserted = here.contents(here.focus_node()).split("\n\n")[1]
        assert inserted in piece, (inserted, piece)
        here.until(lambda: "Detta hann vi inte." in desk.barnbokslut(), "the text is not stored")

        # Preview and back
        here.keys("F5")
        here.wait("2.3.3 Vad som återstår och varför", "push button")
        here.keys("F5")
        here.wait("This section is ready", "check box")

        # Export: a remark leads to its place
        here.keys("ctrl+e")
        here.until(lambda: here.has_title("Export: Barnbokslut"), "the export dialog does not open")
        unnamed = here.unnamed()
        assert not unnamed, "\n".join(unnamed)
        here.focus("Last year’s area", "list item", exact=False)
        here.keys("Return")
        here.until(lambda: here.has_title("Barnbokslut –"), "the dialog does not close")
        here.wait("Add an Area from Last Year", "push button", exact=False)

        # Export, twice to the same file: asked about once, by the file chooser
        output = desk.path("ut.docx")
        for again in (False, True):
            here.keys("ctrl+e")
            here.until(lambda: here.has_title("Export: Barnbokslut"), "the export dialog does not open")
            here.focus("Export…", "push button", exact=False)
            here.keys("Return")
            here.until(lambda: here.focused().startswith("text"), "the name of the file cannot be typed")
            here.keys("ctrl+a")
            desk.type(output)
            before = os.stat(output).st_mtime_ns if again else 0
            here.keys("Return")
            if again:
                here.focus("Replace", "push button", exact=False)
                here.keys("Return")
            here.until(lambda: os.path.exists(output) and os.stat(output).st_mtime_ns > before, "no barnbokslut is written")
            here.until(lambda: here.has_title("Barnbokslut –"), "something more is asked")
        desk.leave()


def test_areas():
    """Next year's areas: begun and left, added with measures and result, moved, deleted, undone, by keys"""
    with Desk() as desk:
        here = desk.screen
        before = areas(desk.file, 2026)
        here.keys("alt+8")
        here.wait("Barnbokslut – ", "frame", exact=False)
        desk.go_to_section("Next year’s areas")
        unnamed = here.unnamed()
        assert not unnamed, "\n".join(unnamed)

        # Begun, and left by Escape or untouched: nothing stays
        for key in ("Escape", "shift+Tab"):
            here.focus("Add Area", "push button", exact=False)
            here.keys("Return")
            desk.has_keyboard("text Development area")
            here.keys(key)
            here.until(lambda: not here.focused().startswith("text Development area")
                       or here.contents(here.focus_node()) != "", "the empty area stays")
            assert areas(desk.file, 2026) == before

        # Title, two measures, expected result, with Enter from field to field
        here.focus("Add Area", "push button", exact=False)
        here.keys("Return")
        desk.has_keyboard("text Development area")
        desk.type("Fler barn vet vart de ska ringa")
        here.keys("Return")
        desk.has_keyboard("text Measure")
        desk.type("Nytt kort i alla skolor")
        here.keys("Return")
        here.until(lambda: here.contents(here.focus_node()) == "", "no second measure is begun")
        desk.type("Affisch i varje idrottshall")
        here.keys("Return")
        here.until(lambda: here.contents(here.focus_node()) == "", "no third measure is begun")
        here.keys("Return")
        desk.has_keyboard("text Expected result")
        desk.type("Fler ringer.")
        here.until(lambda: areas(desk.file, 2026)[-1]["expected_result"] == "Fler ringer.", "the area is not stored")
        added = areas(desk.file, 2026)[-1]
        assert added["title"] == "Fler barn vet vart de ska ringa", added
        assert added["measures"] == ["Nytt kort i alla skolor", "Affisch i varje idrottshall"], added

        # Up, deleted from its menu, and back again
        here.keys("alt+Up")
        here.until(lambda: areas(desk.file, 2026)[-2]["title"] == added["title"], "the area does not move")
        here.focus("Move or delete this area", key="shift+Tab")
        here.keys("Return")
        here.focus("Delete Area", key="Down", exact=False)
        here.keys("Return")
        here.until(lambda: len(areas(desk.file, 2026)) == len(before), "the area is not deleted")
        here.keys("ctrl+z")
        here.until(lambda: len(areas(desk.file, 2026)) == len(before) + 1, "the area does not come back")
        assert areas(desk.file, 2026)[-2]["measures"] == added["measures"]
        desk.leave()


def test_import():
    """A document: from doubtful line to doubtful line, what each is, cancelled, then stored, by keys"""
    with Desk() as desk:
        here = desk.screen
        document = desk.path("plan.md")
        with open(document, "w") as text:
            text.write(PLAN)

        def read():
            here.keys("ctrl+shift+o")
            here.until(lambda: here.has_title("Open Handlingsplan"), "the file chooser does not open")
            here.keys("ctrl+l")
            desk.has_keyboard("GtkFileChooserEntry")
            desk.type(document)
            here.keys("Return")
            here.wait("1 shift · 1 role · 2 activities · 0 long-term items")
            desk.has_keyboard("list item")

        read()
        # Each line says what it was taken for, what becomes of it and why
        fates = [n.get_name() for n in here.nodes() if n.get_role_name() == "list item"
                 and any(f", {fate}. " in (n.get_name() or "") for fate in ("Kept", "Joined", "Dropped"))]
        assert len(fates) == len([line for line in PLAN.splitlines() if line]), fates

        here.wait("2 doubtful lines")
        here.keys("F8")
        desk.has_keyboard("list item Samtal med tolv barn")
        here.keys("4")
        here.wait("1 doubtful line")
        here.wait("1 shift · 1 role · 3 activities · 0 long-term items")
        here.keys("F8")
        desk.has_keyboard("list item Statistik från 2026.")
        here.keys("shift+F8")
        desk.has_keyboard("list item Statistik från 2026.")

        # Enter opens what it can be; the keyboard comes back to the line
        here.keys("Return")
        here.focus("In the longer term", key="Down", exact=False)
        here.keys("Return")
        here.wait("1 shift · 1 role · 3 activities · 1 long-term item")
        here.wait("0 doubtful lines")

        # Escape asks before corrections are lost
        desk.has_keyboard("list item Statistik från 2026.")
        here.keys("Escape")
        here.focus("Leave", "push button", exact=False)
        here.keys("Return")
        here.wait("Overview – ", "frame", exact=False)
        assert subprocess.run([CLI, "list", desk.file, "activities", "--year", "2027"], capture_output=True).returncode == 1, "something is stored"

        read()
        here.keys("ctrl+Return")
        here.wait("Activities – ", "frame", exact=False)
        titles = [a["title"] for a in json.loads(cli("list", desk.file, "activities", "--year", "2027", "--format", "json"))]
        assert titles == ["Ge varje enhet tid att fråga barnen", "Se över öppettiderna"], titles
        desk.leave()


if __name__ == "__main__":
    lacking = screen.missing()
    if lacking:
        print(f"1..0 # SKIP not installed here: {lacking}")
        sys.exit(0)
    if screen.inside():
        only = os.environ.get("BARNRATT_CASE")
        tap.run({name: value for name, value in globals().items() if only is None or only in name})

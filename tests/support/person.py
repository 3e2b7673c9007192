# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sits at the screen, and what has been stored as barnratt-cli tells it. The script that is run gets the two programs as its first words."""
import json
import os
import subprocess
import sys
import tempfile

import screen

PROGRAM, CLI = sys.argv[1:3]

# The day it is for window and command line alike, unless a test says another: what the one writes, the other has as of today
TODAY = "2026-11-22"


def cli(*words, status=0, **env):
    done = subprocess.run([CLI, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          env={**os.environ, "BARNRATT_TODAY": TODAY, **env})
    assert done.returncode == status, f"{words} ended with {done.returncode}: {done.stderr}"
    return done.stdout


def activities(file):
    return {a["title"]: a for a in json.loads(cli("list", file, "activities", "--format", "json"))}


class Person:
    """Who sits at the screen, with a home of their own."""

    def __init__(self):
        self.home = tempfile.TemporaryDirectory(prefix="barnratt-e2e-")
        self.folder = self.home.name
        self.screen = screen.Screen()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.screen.close()
        self.home.cleanup()

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def example(self):
        file = self.path("example.barnratt")
        cli("new", file, "--year", "2026", "--example")
        return file

    def start(self, *words, today=TODAY):
        self.screen.start(PROGRAM, *words, HOME=self.folder, XDG_CONFIG_HOME=self.path("config"), XDG_DATA_HOME=self.path("data"),
                          XDG_CACHE_HOME=self.path("cache"), BARNRATT_TODAY=today)

    def leave(self, key="ctrl+w"):
        """Closes the window, and sees that the program ends well and has complained of nothing."""
        self.screen.keys(key)
        status = self.screen.wait_for_end()
        assert status == 0, f"the program ended with {status}"
        said = self.screen.said()
        assert "CRITICAL" not in said, said

    def page(self, key, title):
        self.screen.keys(key)
        self.screen.wait(title, "frame", exact=False)

    def choose_file(self, path):
        """In GTK's file chooser: chosen in the person's home folder where the bus tells what is in the list (GTK 4.10), else its path is typed."""
        here = self.screen
        name = os.path.basename(path)
        here.until(lambda: here.has_title("Open Handlingsplan"), "the file chooser has not the keyboard")
        here.keys("alt+Home")
        if here.changed(lambda: here.find(name, "table row", exact=False), 2):
            here.focus("", "table row", exact=False)
            here.focus(name, "table row", key="Down", exact=False)
        else:
            here.keys("ctrl+l")
            self.type_into_focus("GtkFileChooserEntry", path)
        here.keys("Return")

    def type_into_focus(self, name, text):
        """Types where the keyboard is, once that is where it should be, and waits until it stands there."""
        here = self.screen
        here.until(lambda: name in here.focused(), f"“{name}” has not the keyboard")
        here.type(text)
        here.until(lambda: text in here.contents(here.focus_node()), f"“{name}” does not hold what was typed")

    def go_to_row(self, title):
        """In a list that has the keyboard: down until the row of that title has it."""
        return self.screen.focus(title, "list item", key="Down", exact=False)

    def enter_list(self):
        """From the search of the page by Tab into its list."""
        here = self.screen
        here.keys("ctrl+f")
        here.until(lambda: here.focused().startswith("entry"), "the search has not the keyboard")
        here.focus("", "list item", exact=False)

    def row(self, title, words, seconds=30):
        """The row of that title, once these words are in its name."""
        here = self.screen
        return here.until(lambda: next((n for n in here.nodes() if screen.role_of(n) == "list item" and (n.get_name() or "").startswith(title)
                                        and words in n.get_name()), None), f"no row “{title}” says “{words}”", seconds)

# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole year with the plan, by keys, each part on its day: what is arranged, followed up, delayed, closed, corrected and told of afterwards. What is
stored is read by barnratt-cli.

  test-year.py BARNRATT BARNRATT-CLI
"""
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))

import screen
import tap
from person import Person, cli

PLAN = """# Handlingsplan för barnets rättigheter 2026

## Förflyttningar

1. Barn är med och bestämmer om sin fritid

## Aktiviteter

### Politiker

- Möta ungdomsråden

### Chefer

- Fråga barnen före sommaren (klart senast 30 juni)
- Se över öppettiderna

### Medarbetare

- Prova en lånebod
"""

MEETING = "Möta ungdomsråden"
ASKING = "Fråga barnen före sommaren"
HOURS = "Se över öppettiderna"
LENDING = "Prova en lånebod"


class Year:
    """One plan file, one person, and the days on which the program is opened."""

    def __init__(self, person):
        self.person = person
        self.screen = person.screen
        self.file = person.path("plan.barnratt")
        self.today = "2026-01-12"
        document = person.path("plan.md")
        with open(document, "w") as text:
            text.write(PLAN)
        cli("new", self.file, "--year", "2026", "--organisation", "Fritidsförvaltningen", BARNRATT_TODAY=self.today)
        cli("import", self.file, document, BARNRATT_TODAY=self.today)

    def told(self, *words):
        return json.loads(cli(words[0], self.file, *words[1:], "--format", "json", BARNRATT_TODAY=self.today))

    def activities(self):
        return {a["title"]: a for a in self.told("list", "activities", "--year", "2026")}

    def occasions(self):
        return self.told("list", "occasions", "--year", "2026")

    def open(self, today):
        self.today = today
        self.person.start(self.file, today=today)

    def has_keyboard(self, words):
        self.screen.until(lambda: words in self.screen.focused(), f"“{words}” has not the keyboard")

    def open_activity(self, title):
        self.person.page("alt+3", "Activities")
        self.person.enter_list()
        self.person.go_to_row(title)
        self.screen.keys("Return")
        self.has_keyboard("What happened?")

    def give_due(self, text):
        """Types a date where the activity is due, as it was written."""
        here = self.screen
        here.focus("Due", "text")
        here.keys("ctrl+a")
        self.person.type_into_focus("Due", text)
        here.keys("Return")

    def follow_up(self, left):
        """To the page of follow-ups, where so many are left."""
        self.person.page("alt+6", "Follow-up")
        if left:
            self.screen.wait(f"{left} left", exact=False)
            self.has_keyboard("panel ")

    def choose(self, number):
        """A status by its number."""
        label = ("Not started", "Ongoing", "Done", "Paused", "Cancelled")[number - 1]
        self.screen.keys(str(number))
        self.screen.until(lambda: self.screen.state(self.screen.wait(label, "push button"), "PRESSED"), f"{number} does not choose “{label}”")

    def write(self, status, text, left):
        """A status by its number, what happened, and on to the next."""
        here = self.screen
        self.choose(status)
        here.focus("What happened?", "text", exact=False)
        self.person.type_into_focus("What happened?", text)
        here.keys("ctrl+Return")
        here.wait(f"{left} left" if left else "All Is Followed Up", exact=False)

    def close_occasion(self, title, reason):
        here = self.screen
        here.focus("Close the Occasion…", "push button", key="shift+Tab", exact=False)
        here.keys("Return")
        here.until(lambda: here.has_title(f"Close “{title}”"), "nobody asks before the occasion is closed")
        self.has_keyboard("list item")
        # The bus does not tell that a row which can be written in has the keyboard
        here.keys("Tab")
        here.type(reason)
        here.until(lambda: here.text("Why it is closed all the same", "text") == reason, "the reason is not typed")
        here.keys("Return")
        here.until(lambda: next(o for o in self.occasions() if o["title"] == title)["state"] == "closed", f"{title} is not closed")
        here.wait("It was closed though something was missing: " + reason)

    def leave(self):
        self.person.leave("ctrl+q")
        cli("verify", self.file)


def arrange(year):
    """January: three occasions in one step."""
    here = year.screen
    year.open("2026-01-12")
    year.follow_up(0)
    here.wait("When Is the Plan Followed Up?", exact=False)
    year.has_keyboard("Three Times a Year")
    here.keys("Return")
    here.until(lambda: [(o["cut_off"], o["state"]) for o in year.occasions()] ==
               [("2026-04-30", "open"), ("2026-08-31", "coming"), ("2026-12-31", "coming")], "the occasions are not arranged")
    year.leave()


def follow_up_spring(year):
    """May: one is followed up, one has not changed; the occasion is closed with what is missing, and why."""
    here = year.screen
    year.open("2026-05-04")
    year.follow_up(4)
    year.write(2, "Ett mote i mars.", 3)
    here.keys("F7")
    here.wait("2 left", exact=False)
    year.close_occasion("Tertial 1", "Resten borjade i april.")
    first = year.occasions()[0]
    assert (first["asked"], first["left"], first["closed_on"], first["reason"]) == (4, 2, "2026-05-04", "Resten borjade i april."), first
    now = year.activities()
    assert now[MEETING]["last_follow_up"]["comment"] == "Ett mote i mars." and now[MEETING]["status"] == "ongoing", now[MEETING]
    # That nothing has changed is said, and not silence
    assert now[ASKING]["last_follow_up"]["on"] == "2026-05-04" and now[ASKING]["status"] == "not_started", now[ASKING]
    assert now[HOURS]["last_follow_up"] is None and now[LENDING]["last_follow_up"] is None
    year.leave()


def delay(year):
    """June: the due date is moved, with the reason; the first date stays."""
    here = year.screen
    year.open("2026-06-25")
    year.open_activity(ASKING)
    # A day that the calendar does not have is told of at the field, and nothing is stored
    year.give_due("31/9")
    here.wait("This is no date.", exact=False)
    assert year.activities()[ASKING]["due"] == "2026-06-30"
    year.give_due("v. 41")
    here.wait("Why Is It Delayed?", exact=False)
    year.has_keyboard("The reason")
    assert year.activities()[ASKING]["due"] == "2026-06-30", "it is moved before the reason is given"
    year.person.type_into_focus("The reason", "Skolan tog tid.")
    here.keys("Return")
    here.until(lambda: year.activities()[ASKING]["due"] == "2026-10-09", "the due date is not moved")
    assert year.activities()[ASKING]["first_due"] == "2026-06-30"
    year.leave()


def follow_up_summer(year):
    """September: all are followed up, and the occasion is closed."""
    here = year.screen
    year.open("2026-09-03")
    year.follow_up(4)
    year.write(3, "Tre moten, och barnen valde nya tider.", 3)
    for left in (2, 1):
        here.keys("F7")
        here.wait(f"{left} left", exact=False)
    here.keys("F7")
    here.wait("All Is Followed Up", exact=False)
    year.close_occasion("Tertial 2", "Ansvariga utses i host.")
    assert year.occasions()[1]["left"] == 0
    year.leave()


def correct(year):
    """Later in September: what was reported was wrong. The correction is seen as one, and what was reported stays."""
    here = year.screen
    year.open("2026-09-21")
    year.follow_up(3)
    here.focus("Follow-up occasion", key="shift+Tab", exact=False)
    here.keys("Return", "Home", "Down", "Return")
    here.wait("Closed on 3 September", exact=False)
    here.wait("Nothing has been corrected since the occasion was closed.")
    here.focus("What Was Reported, and Corrections…", "push button", exact=False)
    here.keys("Return")
    here.until(lambda: here.has_title("Reported"), "what was reported is not told")
    year.person.type_into_focus("", "ungdomsr")
    here.keys("Return")
    here.wait("What you write is a correction", exact=False)
    year.has_keyboard("panel ")
    year.choose(2)
    here.focus("What happened?", "text", exact=False)
    year.person.type_into_focus("What happened?", "Det tredje motet ar i oktober.")
    here.keys("ctrl+Return")
    here.wait(f"{MEETING}, Reported: Done. Corrected 21 September: Ongoing", exact=False)
    assert [o["corrections"] for o in year.occasions()] == [0, 1, 0], year.occasions()
    reported = {a["title"]: a for a in year.told("list", "activities", "--occasion", "Tertial 2")}
    assert reported[MEETING]["status"] == "done", reported[MEETING]
    assert year.activities()[MEETING]["status"] == "ongoing"
    year.leave()


def end(year):
    """January: the last occasion and the year are closed. The history tells all of it."""
    here = year.screen
    year.open("2027-01-08")
    year.follow_up(4)
    year.write(3, "Alla fyra moten ar gjorda.", 3)
    for left in (2, 1):
        here.keys("F7")
        here.wait(f"{left} left", exact=False)
    year.write(3, "Laneboden lanar ut hundra par skidor.", 0)
    year.close_occasion("Tertial 3", "Tva aktiviteter har ingen ansvarig.")
    here.press("Fritidsförvaltningen 2026", "push button", exact=False)
    here.wait("Close the Year", exact=False)
    here.keys("c")
    here.until(lambda: any(h["what"] == "Year closed" for h in year.told("list", "history")), "the year is not closed")

    summary = year.told("summary", "--year", "2026", "--occasion", "Tertial 3")
    assert (summary["by_status"]["done"], summary["previous"]["by_status"]["done"]) == (2, 1), summary
    assert year.activities()[ASKING]["overdue"] is True, "what was due in October is overdue"

    year.person.page("alt+0", "History")
    here.keys("ctrl+f")
    here.type("closed")
    for what in ("Year closed", "Tertial 3 closed", "Tertial 2 closed", "Tertial 1 closed"):
        here.wait(what, exact=False)
    year.leave()


def test_a_whole_year():
    """Arranged, followed up three times, delayed, closed, corrected and told of, each on its day"""
    with Person() as person:
        year = Year(person)
        for part in (arrange, follow_up_spring, delay, follow_up_summer, correct, end):
            part(year)


if __name__ == "__main__":
    lacking = screen.missing()
    if lacking:
        print(f"1..0 # SKIP not installed here: {lacking}")
        sys.exit(0)
    if screen.inside():
        tap.run(dict(globals()))

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents that were written here, read by programs that are not ours, and the other way round.

Usage: interop.py MAKE-DOCUMENT. Prints TAP; what needs a program that is absent is skipped and says so.
"""

import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter

# What make-document writes
HEADINGS = {1: 3, 2: 2, 3: 1}
ORDERED = 3
TABLES = 2
PHRASES = ["Barnbokslut 2026", "1 Inledning", "Pröva barnets bästa.", "Mall för prövning i nämndens ärenden", "للأطفال", "😀"]

checks = []


class Skip(Exception):
    pass


def check(function):
    checks.append(function)
    return function


def need(program):
    path = shutil.which(program)
    if path is None:
        raise Skip(f"{program} is not installed")
    return path


def run(*command):
    done = subprocess.run(command, capture_output=True, timeout=240, env=dict(os.environ, LC_ALL="C.UTF-8"))
    assert done.returncode == 0, f"{command[0]}: {done.stderr.decode(errors='replace')[-500:]}"
    return done.stdout.decode(errors="replace")


def office(folder, to, name):
    """Converts with LibreOffice under a profile of its own, and returns the new file."""
    run(need("soffice"), f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to, "--outdir", f"{folder}/out", name)
    return os.path.join(folder, "out", os.path.splitext(os.path.basename(name))[0] + "." + to.split(":")[0])


def walk(node):
    if isinstance(node, dict):
        if "t" in node:
            yield node
        for value in node.values():
            yield from walk(value)
    elif isinstance(node, list):
        for value in node:
            yield from walk(value)


def pandoc(name, kind):
    return json.loads(run(need("pandoc"), "-f", kind, "-t", "json", name))


def count(tree):
    nodes = list(walk(tree["blocks"]))
    kinds = Counter(node["t"] for node in nodes)
    levels = Counter(node["c"][0] for node in nodes if node["t"] == "Header")
    head_rows = sum(1 for node in nodes if node["t"] == "Table" and node["c"][3][1])
    return levels, kinds, head_rows


def expect(tree, shift=0, lists_in_cells=True, contents=0):
    levels, kinds, head_rows = count(tree)
    wanted = Counter({level + shift: n for level, n in HEADINGS.items()})
    if shift:
        wanted[1] += 1
    assert levels == wanted, f"headings {dict(levels)}, not {dict(wanted)}"
    assert kinds["OrderedList"] == ORDERED, f"{kinds['OrderedList']} ordered lists"
    assert kinds["BulletList"] == (2 if lists_in_cells else 1) + contents, f"{kinds['BulletList']} bullet lists"
    assert kinds["Table"] == TABLES and head_rows == TABLES, f"{kinds['Table']} tables, {head_rows} with a head"


@check
def pandoc_reads_docx(folder, make):
    tree = pandoc(f"{folder}/a.docx", "docx")
    expect(tree)
    assert "title" in tree["meta"]


@check
def pandoc_reads_odt(folder, make):
    levels, kinds, _ = count(pandoc(f"{folder}/a.odt", "odt"))
    # It leaves out lists in cells
    assert levels == Counter(HEADINGS), levels
    assert kinds["OrderedList"] == ORDERED and kinds["BulletList"] == 1 and kinds["Table"] == TABLES, kinds


@check
def pandoc_reads_markdown(folder, make):
    tree = pandoc(f"{folder}/a.md", "markdown")
    expect(tree, lists_in_cells=False)
    assert tree["meta"]["lang"]["c"][0]["c"] == "sv-SE"


@check
def pandoc_reads_html(folder, make):
    # The table of contents is lists in lists
    expect(pandoc(f"{folder}/a.html", "html"), shift=1, contents=4)


@check
def pandoc_finds_links(folder, make):
    nodes = list(walk(pandoc(f"{folder}/a.docx", "docx")["blocks"]))
    targets = {node["c"][2][0] for node in nodes if node["t"] == "Link"}
    inside = {"#" + node["c"][1][0] for node in nodes if node["t"] == "Header"}
    assert "https://www.barnombudsmannen.se/?a=1&b=2" in targets and targets & inside, targets


@check
def libreoffice_reads_docx_as_text(folder, make):
    with open(office(folder, "txt:Text (encoded):UTF8", f"{folder}/a.docx"), encoding="utf-8-sig") as file:
        text = file.read()
    for phrase in PHRASES:
        assert phrase in text, f"“{phrase}” is missing"


@check
def libreoffice_prints_docx(folder, make):
    need("pdftotext")
    text = run("pdftotext", "-layout", office(folder, "pdf", f"{folder}/a.docx"), "-")
    pages = text.split("\f")[:-1]
    assert len(pages) == 3, f"{len(pages)} pages"
    for number, page in enumerate(pages, 1):
        assert f"{number} (3)" in page, f"page {number} has no number"
        assert "Barnbokslut 2026, Socialförvaltningen i Granvik" in page, f"page {number} has no foot"
    text = run("pdftotext", "-layout", office(folder, "pdf", f"{folder}/long.docx"), "-")
    assert text.count("Vad som hände") >= 20, "the table's head does not come again"


@check
def libreoffice_writes_odt_that_is_read_here(folder, make):
    odt = office(folder, "odt", f"{folder}/a.docx")
    run(make, "--from", odt, f"{folder}/odt.md")
    expect(pandoc(f"{folder}/odt.md", "markdown"), lists_in_cells=False)


@check
def libreoffice_writes_docx_that_is_read_here(folder, make):
    docx = office(folder, "docx:Office Open XML Text", office(folder, "odt", f"{folder}/a.docx"))
    run(make, "--from", docx, f"{folder}/lo.md")
    expect(pandoc(f"{folder}/lo.md", "markdown"), lists_in_cells=False)


@check
def pandoc_writes_docx_and_odt_that_are_read_here(folder, make):
    need("pandoc")
    for kind in ("docx", "odt"):
        run("pandoc", "-f", "markdown", f"{folder}/a.md", "-o", f"{folder}/p.{kind}")
        run(make, "--from", f"{folder}/p.{kind}", f"{folder}/{kind}.md")
        expect(pandoc(f"{folder}/{kind}.md", "markdown"), lists_in_cells=False)


@check
def libreoffice_changes_nothing(folder, make):
    """What LibreOffice has opened and saved says the same as before."""
    for kind in ("docx:Office Open XML Text", "odt"):
        ending = kind.split(":")[0]
        run(make, "--compare", f"{folder}/a.{ending}", office(folder, kind, f"{folder}/a.{ending}"))


@check
def every_figure_has_its_text(folder, make):
    for ending, part in (("docx", "word/document.xml"), ("odt", "content.xml")):
        with zipfile.ZipFile(f"{folder}/a.{ending}") as archive:
            text = archive.read(part).decode()
        assert "Stapeldiagram: 7 genomförda" in text and "Granviks kommun" in text, f"a figure in {ending} has no text"


@check
def pdf_says_everything_in_order(folder, make):
    need("pdfinfo")
    text = run("pdfinfo", "-struct-text", f"{folder}/a.pdf")
    places = [text.index(phrase) for phrase in ("Barnbokslut 2026", "1 Inledning", "Barnombudsmannen", "Pröva barnets bästa.", "Utvecklingsområde",
                                                "Mall för prövning i nämndens ärenden", "Summa", "3 Nästa år", "Slut på bilagan.")]
    assert places == sorted(places), places
    for part in ("H1 (", "H2 (", "H3 (", "THead", "/Scope /Column", "/Scope /Row", "Lbl (", "LBody (", "Figure", "Caption", "Link ("):
        assert part in text, f"no {part}"
    assert "1 (3)" not in text, "the foot of the page is read out"
    assert all("yes" in line for line in run("pdffonts", f"{folder}/a.pdf").splitlines()[2:])


@check
def long_documents_are_read(folder, make):
    need("pdftotext")
    text = run("pdftotext", f"{folder}/long.pdf", "-")
    assert text.count("Vad som hände") >= 20, "the table's head does not come again"
    assert "Aktivitet nummer 500" in text and "Östlund" in text and "Innehåll" in text


@check
def libreoffice_knows_the_table_of_contents(folder, make):
    """It is one to LibreOffice, and what LibreOffice has saved of the long document says the same as before."""
    for kind in ("docx:Office Open XML Text", "odt"):
        ending = kind.split(":")[0]
        again = office(folder, kind, f"{folder}/long.{ending}")
        run(make, "--compare", f"{folder}/long.{ending}", again)
        with zipfile.ZipFile(again) as archive:
            text = archive.read("word/document.xml" if ending == "docx" else "content.xml").decode()
        assert "Table of Contents" in text or "<text:table-of-content " in text, f"no table of contents in {ending}"


@check
def outside_judges_find_no_fault(folder, make):
    judge = os.environ.get("BARNRATT_VALIDATE")
    if not judge:
        raise Skip("no outside judge: BARNRATT_VALIDATE is not set")
    run(*shlex.split(judge), *(f"{folder}/{name}.{ending}" for name in ("a", "long", "empty") for ending in ("docx", "odt", "pdf", "html")))


@check
def odt_begins_with_its_type(folder, make):
    with open(f"{folder}/a.odt", "rb") as file:
        assert file.read(77)[30:] == b"mimetypeapplication/vnd.oasis.opendocument.text"


@check
def python_docx_reads_docx(folder, make):
    try:
        import docx
    except ImportError as error:
        raise Skip("python3-docx is not installed") from error
    document = docx.Document(f"{folder}/a.docx")
    styles = Counter(paragraph.style.name for paragraph in document.paragraphs)
    assert styles["Title"] == 1 and [styles[f"Heading {level}"] for level in (1, 2, 3)] == [3, 2, 1], styles
    assert len(document.tables) == TABLES
    assert document.core_properties.title == "Barnbokslut 2026"
    assert document.core_properties.language == "sv-SE"
    assert document.tables[1].cell(1, 0)._tc is document.tables[1].cell(2, 0)._tc or document.tables[1].cell(2, 0).text in ("", "Chefer")


@check
def zip_reads_docx(folder, make):
    with zipfile.ZipFile(f"{folder}/a.docx") as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names == sorted(names) and names[0] == "[Content_Types].xml", names
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def main():
    make = os.path.abspath(sys.argv[1])
    failed = False
    print(f"1..{len(checks)}", flush=True)
    with tempfile.TemporaryDirectory(prefix="barn-interop-") as folder:
        run(make, *(f"{folder}/a.{ending}" for ending in ("docx", "odt", "pdf", "html", "md", "txt")))
        for name in ("long", "empty"):
            run(make, f"--{name}", *(f"{folder}/{name}.{ending}" for ending in ("docx", "odt", "pdf", "html")))
        for number, function in enumerate(checks, 1):
            try:
                function(folder, make)
                print(f"ok {number} {function.__name__}", flush=True)
            except Skip as reason:
                print(f"ok {number} {function.__name__} # SKIP {reason}", flush=True)
            except (AssertionError, subprocess.TimeoutExpired) as error:
                failed = True
                print(f"not ok {number} {function.__name__}\n# {error}", flush=True)
    return 1 if failed else 0


sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents of a plan that is hard on them (500 activities, titles of 10,000 characters, cells of 3,000, letters put together of two, emoji, writing
from right to left, and the signs of every format), judged by programs that this project did not write.

An outside judge takes seconds a file, so not every kind is judged in every format: the two that are longest and have every sort of block in
all of them, the short ones each in one format that the long ones share the writer of. What the formats say is compared for all kinds."""
import atexit
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
import tap  # noqa: E402

CLI, MAKE_PLAN = sys.argv[1:3]
FOLDER = Path(tempfile.mkdtemp(prefix="barnratt-hard-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
DATE = "2026-11-22"
KINDS = ("handlingsplan", "barnbokslut", "lagesrapport", "halvarsrapport", "tjansteskrivelse", "barnversion")
JUDGED = (("handlingsplan", "pdf"), ("barnbokslut", "docx"), ("barnbokslut", "odt"), ("barnbokslut", "pdf"), ("barnbokslut", "html"),
          ("halvarsrapport", "docx"), ("halvarsrapport", "odt"), ("lagesrapport", "html"), ("tjansteskrivelse", "odt"), ("tjansteskrivelse", "pdf"),
          ("barnversion", "docx"), ("barnversion", "pdf"), ("data", "xlsx"), ("arshjul", "ics"))


def command(*words, **options):
    result = subprocess.run([str(w) for w in words], capture_output=True, text=True, timeout=300,
                            env=dict(os.environ, BARNRATT_TODAY=DATE, XDG_DATA_HOME=str(FOLDER / "home")), **options)
    assert result.returncode == 0, f"{words}: {result.returncode}\n{result.stdout[-2000:]}{result.stderr[-2000:]}"
    return result.stdout


def need(tool):
    if not shutil.which(tool):
        raise tap.Skip(f"{tool} is not installed")


def plan(name):
    path = FOLDER / f"{name}.barnratt"
    if not path.exists():
        if name == "empty":
            command(CLI, "new", path, "--year", "2026")
        elif name == "example":
            command(CLI, "new", path, "--year", "2026", "--example")
        else:
            command(MAKE_PLAN, path, "500", *(["hard"] if name == "hard" else []))
    return path


def exported(name, kind, ending):
    path = FOLDER / f"{name}-{kind}.{ending}"
    if not path.exists():
        day = () if kind == "arshjul" else ("--as-of", DATE)
        command(CLI, "export", plan(name), kind, "-o", path, "--year", "2026", *day)
    return path


def judge(files):
    validate = tap.environment("BARNRATT_VALIDATE", "no outside judge")
    result = subprocess.run(f"{validate} " + " ".join(f'"{f}"' for f in files), shell=True, capture_output=True, text=True, timeout=550)
    if result.returncode == 2:
        raise tap.Skip(result.stderr.strip() or "a judge is missing")
    assert result.returncode == 0, (result.stdout + result.stderr)[-4000:]
    assert result.stdout.count(" 0 faults") == len(files), result.stdout


def test_hard_judged():
    """an outside judge finds no fault in the documents of a hard plan"""
    judge([exported("hard", kind, ending) for kind, ending in JUDGED])


def test_pdf_judged():
    """an outside judge finds no fault in any PDF of the example, nor of an empty plan"""
    judge([exported(name, kind, "pdf") for name in ("example", "empty") for kind in KINDS] + [exported("example", "arshjul", "ics")])


def structure(path):
    """The elements of a tagged PDF that stand in the order of reading: (type, text)"""
    need("pdfinfo")
    found = []
    for line in command("pdfinfo", "-struct-text", path).splitlines():
        match = re.match(r'( *)(?:"(.*)"|(\w+)(?::| \(.*)?)$', line)
        if match and match.group(3):
            found.append([match.group(3), ""])
        elif match and match.group(2) is not None and found:
            found[-1][1] += match.group(2)
    return found


def normal(text):
    return " ".join(unicodedata.normalize("NFC", text).split())


def test_pdf_order():
    """the headings of a PDF come in the order of the text, without a level left out, and tables have rows of header and data cells"""
    for kind in KINDS:
        elements = structure(exported("example", kind, "pdf"))
        levels = [int(kind_of[1]) for kind_of, _ in elements if re.fullmatch("H[1-6]", kind_of)]
        assert levels and levels[0] == 1, (kind, levels)
        assert all(b <= a + 1 for a, b in zip(levels, levels[1:])), (kind, levels)
        markdown = exported("example", kind, "md").read_text(encoding="utf-8")
        text = normal(" ".join(re.findall(r"(?m)^#+ (.*)$", markdown))).replace("\\", "")
        headings = [normal(words) for kind_of, words in elements if re.fullmatch("H[1-6]", kind_of)]
        place = 0
        for heading in headings[1:]:
            place = text.find(heading, place)
            assert place >= 0, (kind, heading)
        kinds = [kind_of for kind_of, _ in elements]
        if "Table" in kinds:
            assert "TH" in kinds and "TD" in kinds and "TR" in kinds, kind


def test_figures_told():
    """each figure of a document has a text; the årshjul says every activity"""
    command_text = exported("example", "handlingsplan", "html").read_text(encoding="utf-8")
    described = re.findall(r"<desc[^>]*>(.*?)</desc>", command_text, re.S)
    assert described and "Chefer" in described[0] and "Ej påbörjad" in described[0], described
    for kind in ("handlingsplan", "halvarsrapport", "lagesrapport", "barnversion"):
        html = exported("example", kind, "html").read_text(encoding="utf-8")
        assert html.count("<svg") > 0 and html.count("<svg") == html.count('role="img"') == html.count("<title") - 1, kind


def tree(path):
    """What pandoc reads: headings with their levels, tables with their size, lists"""
    import json
    need("pandoc")
    found = []

    def walk(node):
        if isinstance(node, list):
            for value in node:
                walk(value)
        elif isinstance(node, dict):
            kind = node.get("t")
            if kind == "Header":
                found.append(("h", node["c"][0], normal(words(node["c"][2]))))
            elif kind == "Table":
                found.append(("table", sum(len(body[3]) for body in node["c"][4]), len(node["c"][2])))
            elif kind in ("BulletList", "OrderedList"):
                found.append((kind, len(node["c"] if kind == "BulletList" else node["c"][1])))
            walk(node.get("c"))

    def words(nodes):
        out = []
        for node in nodes:
            if node["t"] == "Str":
                out.append(node["c"])
            elif node["t"] in ("Space", "SoftBreak", "LineBreak"):
                out.append(" ")
            elif isinstance(node.get("c"), list):
                out.append(words([n for n in (node["c"][-1] if isinstance(node["c"][-1], list) else node["c"]) if isinstance(n, dict)]))
        return "".join(out)

    walk(json.loads(command("pandoc", "-t", "json", path))["blocks"])
    return found


def test_saved_by_office():
    """docx and odt have the same headings, tables and lists after LibreOffice has saved them"""
    need("soffice")
    for ending in ("docx", "odt"):
        for name, kind in (("example", "barnbokslut"), ("example", "handlingsplan"), ("hard", "tjansteskrivelse")):
            path = exported(name, kind, ending)
            folder = FOLDER / "saved"
            command("soffice", f"-env:UserInstallation=file://{FOLDER}/office", "--headless", "--convert-to", ending, "--outdir", folder, path)
            before, after = tree(path), tree(folder / path.name)
            before, after = ([t for t in found if t[0] != "h" or t[2] != "Innehåll"] for found in (before, after))
            assert [t for t in before if t[0] == "h"] == [t for t in after if t[0] == "h"], (path.name, before, after)
            assert len([t for t in before if t[0] == "table"]) == len([t for t in after if t[0] == "table"]), path.name


def test_one_page():
    """the report to ledningen is one page, and the letter says first what is proposed"""
    need("pdfinfo")
    for name in ("example", "empty", "hard"):
        assert re.search(r"Pages: +1$", command("pdfinfo", exported(name, "lagesrapport", "pdf")), re.M), name
    headings = re.findall(r"(?m)^#+ (.*)$", exported("example", "tjansteskrivelse", "md").read_text(encoding="utf-8"))
    assert headings[0].startswith("Förslag till beslut"), headings


def test_reproducible():
    """every format has the same bytes in any locale and time zone"""
    import hashlib
    for kind, ending in [(kind, ending) for kind in ("handlingsplan", "halvarsrapport") for ending in ("docx", "odt", "pdf", "html", "md", "txt")] + \
            [("data", "xlsx"), ("data", "csv"), ("data", "json"), ("arshjul", "ics")]:
        sums = set()
        for locale, zone in (("C", "UTC"), ("sv_SE.UTF-8", "Pacific/Auckland"), ("tr_TR.UTF-8", "America/New_York")):
            output = FOLDER / f"again.{ending}"
            day = () if kind == "arshjul" else ("--as-of", DATE)
            subprocess.run([CLI, "export", plan("example"), kind, "-o", output, "--year", "2026", *day], check=True, capture_output=True, timeout=60,
                           env=dict(os.environ, LC_ALL=locale, TZ=zone, BARNRATT_TODAY=DATE, XDG_DATA_HOME=str(FOLDER / "home")))
            sums.add(hashlib.sha256(output.read_bytes()).hexdigest())
        assert len(sums) == 1, (kind, ending)
        # What another system is to make as well, but for the fonts of the PDF
        print(f"# sha256 {kind}.{ending} {sums.pop()}")


tap.run(dict(globals()))

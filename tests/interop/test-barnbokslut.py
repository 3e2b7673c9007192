#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The barnbokslut of the example plan, judged and read by programs that this project did not write."""
import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
import tap  # noqa: E402

CLI = sys.argv[1]
FOLDER = Path(tempfile.mkdtemp(prefix="barnratt-interop-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
PLAN = FOLDER / "example.barnratt"
HEADINGS = ["Inledning", "Uppföljning av föregående års", "Nulägesanalys", "Förutsättningar", "Styrkor", "Utmaningar", "Vad årets handlingsplan",
            "Vad som återstår", "Utvecklingsområden och åtgärder 2027"]


def command(*words, **options):
    result = subprocess.run([str(w) for w in words], capture_output=True, text=True, timeout=240, **options)
    assert result.returncode == 0, f"{words}: {result.returncode}\n{result.stdout}{result.stderr}"
    return result.stdout


def need(tool):
    if not shutil.which(tool):
        raise tap.Skip(f"{tool} is not installed")


def exported(ending):
    if not PLAN.exists():
        command(CLI, "new", PLAN, "--year", "2026", "--example")
    path = FOLDER / f"barnbokslut.{ending}"
    if not path.exists():
        command(CLI, "export", PLAN, "barnbokslut", "-o", path, "--year", "2026", "--as-of", "2026-11-22")
    return path


def blocks(node, kind):
    """All nodes of a kind in pandoc's tree, in order."""
    if isinstance(node, dict):
        if node.get("t") == kind:
            yield node
        for value in node.values():
            yield from blocks(value, kind)
    elif isinstance(node, list):
        for value in node:
            yield from blocks(value, kind)


def words(node):
    return " ".join(n["c"] for n in blocks(node, "Str"))


def check_with_pandoc(ending):
    need("pandoc")
    tree = json.loads(command("pandoc", "-t", "json", exported(ending)))
    headings = [(h["c"][0], words(h)) for h in blocks(tree, "Header")]
    place = 0
    for wanted in HEADINGS:
        found = next((i for i, (_, text) in enumerate(headings[place:], place) if wanted in text), None)
        assert found is not None, f"“{wanted}” does not follow in {headings}"
        place = found
    levels = [level for level, _ in headings]
    assert all(b <= a + 1 for a, b in zip(levels, levels[1:])), f"a level is left out: {levels}"
    # last year’s areas, per role, per förflyttning, the register, what remains, next year’s areas
    assert len(list(blocks(tree, "Table"))) == 6, len(list(blocks(tree, "Table")))
    for table in blocks(tree, "Table"):
        assert words(table["c"][3]), "a table has no header row"
    assert list(blocks(tree, "BulletList")), "no list"


def test_docx_pandoc():
    """pandoc reads the docx with its headings, lists and tables in place"""
    check_with_pandoc("docx")


def test_html_pandoc():
    """pandoc reads the html with its headings, lists and tables in place"""
    check_with_pandoc("html")


def test_markdown_pandoc():
    """pandoc reads the Markdown with its headings, lists and tables in place"""
    check_with_pandoc("md")


def test_docx_libreoffice():
    """LibreOffice opens the docx and makes pages of it"""
    need("soffice")
    need("pdftotext")
    command("soffice", f"-env:UserInstallation=file://{FOLDER}/office", "--headless", "--convert-to", "pdf", "--outdir", FOLDER, exported("docx"))
    text = command("pdftotext", "-layout", FOLDER / "barnbokslut.pdf", "-")
    for wanted in ("Barnbokslut 2026", "Nulägesanalys", "Socialnämnden"):
        assert wanted in text, wanted
    pages = text.count("\f")
    assert 5 <= pages <= 40, pages
    # A number on each page: the field was filled in
    assert str(pages) in text.split("\f")[pages - 1]


def test_docx_python():
    """python-docx finds built-in heading styles, repeated header rows, the title and the language"""
    try:
        import docx
    except ImportError:
        raise tap.Skip("python3-docx is not installed")
    document = docx.Document(str(exported("docx")))
    styles = {p.style.name for p in document.paragraphs}
    assert {"Heading 1", "Heading 2", "Heading 3"} <= styles, styles
    assert "Barnbokslut 2026" in document.core_properties.title
    for table in document.tables:
        assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader"), "a header row is not repeated"
    assert 'w:val="sv-SE"' in document.styles.element.xml


def judge(ending):
    validate = tap.environment("BARNRATT_VALIDATE", "no outside judge")
    result = subprocess.run(f'{validate} "{exported(ending)}"', shell=True, capture_output=True, text=True, timeout=300)
    if result.returncode == 2:
        raise tap.Skip(result.stderr.strip() or "a judge is missing")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 faults" in result.stdout, result.stdout


def test_docx_judged():
    """an outside judge finds no fault in the docx"""
    judge("docx")


def test_html_judged():
    """an outside judge finds no fault in the html"""
    judge("html")


KINDS = ("handlingsplan", "barnbokslut", "lagesrapport", "halvarsrapport", "tjansteskrivelse", "barnversion")


def judge_kinds(plan, name):
    validate = tap.environment("BARNRATT_VALIDATE", "no outside judge")
    files = []
    for kind in KINDS:
        for ending in ("docx", "html", "odt"):
            files.append(FOLDER / f"{name}-{kind}.{ending}")
            command(CLI, "export", plan, kind, "-o", files[-1], "--year", "2026", "--as-of", "2026-11-22")
    files.append(FOLDER / f"{name}.xlsx")
    command(CLI, "export", plan, "data", "-o", files[-1], "--year", "2026", "--as-of", "2026-11-22")
    result = subprocess.run(f"{validate} " + " ".join(f'"{f}"' for f in files), shell=True, capture_output=True, text=True, timeout=550)
    if result.returncode == 2:
        raise tap.Skip(result.stderr.strip() or "a judge is missing")
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.count(" 0 faults") == len(files), result.stdout


def test_kinds_judged():
    """an outside judge finds no fault in any kind of document of the example, nor in the workbook"""
    exported("md")
    judge_kinds(PLAN, "example")


def test_empty_judged():
    """an outside judge finds no fault in any kind of document of an empty plan"""
    plan = FOLDER / "empty.barnratt"
    command(CLI, "new", plan, "--year", "2026")
    judge_kinds(plan, "empty")


def test_kinds_reproducible():
    """every kind of document has the same bytes in any locale, and the second time"""
    exported("md")
    for kind in KINDS:
        for ending in ("docx", "html", "md", "odt", "txt"):
            results = set()
            for locale in ("C", "C", "sv_SE.UTF-8", "tr_TR.UTF-8"):
                output = FOLDER / f"again-{kind}.{ending}"
                command(CLI, "export", PLAN, kind, "-o", output, "--year", "2026", "--as-of", "2026-11-22",
                        env=dict(os.environ, LC_ALL=locale, TZ="Pacific/Auckland"))
                results.add(output.read_bytes())
            assert len(results) == 1, (kind, ending)


def test_reproducible():
    """the same plan, profile and date give the same bytes, in another locale and at another time"""
    for ending in ("docx", "html", "md"):
        first = exported(ending)
        again = FOLDER / f"again.{ending}"
        command(CLI, "export", PLAN, "barnbokslut", "-o", again, "--year", "2026", "--as-of", "2026-11-22",
                env=dict(os.environ, LC_ALL="sv_SE.UTF-8", TZ="Pacific/Auckland"))
        assert again.read_bytes() == first.read_bytes(), ending


tap.run(dict(globals()))

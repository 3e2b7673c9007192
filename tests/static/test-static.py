#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The house's rules, held against this checkout; and each rule held against a small house that breaks it."""
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(sys.argv[1]).resolve()
sys.path[:0] = [str(ROOT / "tests" / "support"), str(ROOT / "tests" / "static")]
import rules  # noqa: E402
import tap  # noqa: E402

HEAD = '/* SPDX-License-Identifier: GPL-3.0-or-later */\n#define G_LOG_DOMAIN "barn-x"\n'

BREACHES = {
    "upward_includes": ("src/core/barn-x.c", HEAD + '#include <gtk/gtk.h>\n'),
    "listed_dependencies": ("src/core/meson.build", "deps = [barn_store_dep]\n"),
    "sql_outside_store": ("src/app/barn-x.c", HEAD + 'const char *x = "SELECT id FROM activity";\n'),
    "sql_from_text": ("src/store/barn-x.c", HEAD + 'x = g_strdup_printf ("SELECT %s FROM activity", y);\n'),
    "licences": ("src/core/barn-x.c", "int x;\n"),
    "left_for_later": ("src/core/barn-x.c", HEAD + "/* TO" + "DO: all of it */\n"),
    "names": ("src/core/activity.c", HEAD),
    "log_domains": ("src/core/barn-x.c", '/* SPDX-License-Identifier: GPL-3.0-or-later */\n#define G_LOG_DOMAIN "barn-core"\n#include <glib.h>\n'),
    "too_young": ("data/ui/barn-x.ui", '<object class="AdwBanner"/>\n'),
    "potfiles": ("src/core/barn-x.c", HEAD + 'const char *x = _("Overdue");\n'),
    "untold_functions": ("src/core/barn-x.h", "#pragma once\n\nvoid barn_x_go (int  far,\n                int  fast);\n"),
    "schema_comments": ("src/store/migrations/0001.sql", "CREATE TABLE a (\n  id TEXT NOT NULL,\n) STRICT;\n"),
}


def holds(rule):
    def case():
        faults = rule(ROOT)
        assert not faults, "\n".join(faults)
    case.__doc__ = "held: " + rule.__name__.replace("_", " ")
    return case


def notices(rule):
    def case():
        with tempfile.TemporaryDirectory() as folder:
            house = Path(folder)
            (house / "po").mkdir()
            (house / "po" / "POTFILES").write_text("")
            name, text = BREACHES[rule.__name__]
            (house / name).parent.mkdir(parents=True, exist_ok=True)
            assert not rule(house), "an empty house has no fault"
            (house / name).write_text(text)
            assert rule(house), f"the breach in {name} was not noticed"
    case.__doc__ = "noticed: " + rule.__name__.replace("_", " ")
    return case


for _rule in rules.ALL:
    globals()[f"test_held_{_rule.__name__}"] = holds(_rule)
    if _rule.__name__ in BREACHES:
        globals()[f"test_noticed_{_rule.__name__}"] = notices(_rule)


def test_upward_include_does_not_compile():
    """an upward include does not compile: a layer's headers are not on the path of those below"""
    import json
    commands = json.loads(Path(os.environ["BARNRATT_BUILD"], "compile_commands.json").read_text())
    core = next(c for c in commands if "/src/core/" in c["file"] or c["file"].startswith("../src/core/") or "src/core/" in c["file"])
    words = core["command"].split()
    source = next(w for w in words if w.endswith(".c"))
    with tempfile.NamedTemporaryFile("w", suffix=".c") as f:
        f.write('#include "barn-store.h"\n')
        f.flush()
        words = [f.name if w == source else w for w in words]
        for option in ("-o", "-MF", "-MQ"):
            words[words.index(option) + 1] = "/dev/null"
        result = subprocess.run(words, cwd=core["directory"], capture_output=True, text=True)
    assert result.returncode and "barn-store.h" in result.stderr, result.stderr


def checked(tool, *arguments):
    if not shutil.which(tool):
        raise tap.Skip(f"{tool} is not installed")
    result = subprocess.run([tool, *map(str, arguments)], capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


def test_ui_files():
    """every .ui file is well-formed"""
    files = sorted((ROOT / "data" / "ui").glob("*.ui"))
    assert files
    checked("xmllint", "--noout", *files)


def test_scripts():
    """every shell script parses"""
    for script in ("tools/run", "tools/test", "tools/packages", ".ci/run"):
        checked("sh" if script != ".ci/run" else "bash", "-n", ROOT / script)


tap.run(dict(globals()))

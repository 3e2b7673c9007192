# SPDX-License-Identifier: GPL-3.0-or-later
"""What the compiler cannot see of the house's rules. Each rule takes the folder of a checkout and gives its faults, a line each."""
import re
import subprocess
from pathlib import Path

# What each layer may include of ours. The compiler enforces the same through the meson files; here it is stated once more and whole.
LAYERS = {
    "core": set(),
    "document": set(),
    "store": {"core", "document"},
    "report": {"core", "document"},
    "import": {"core", "document"},
    "app": {"core", "document", "store", "report", "import"},
    "cli": {"core", "document", "report", "import", "app"},
    "ui": {"core", "document", "report", "import", "app"},
}

# Libraries, by the header's first folder or name, and the layers that may use them beside GLib and GIO
LIBRARIES = {
    r"sqlite3(ext)?\.h": {"store"},
    r"(gtk|gdk|gsk|adwaita)[/.].*": {"ui"},
    r"unicode/.*": {"core"},
    r"libxml/.*": {"document"},
    r"archive(_entry)?\.h": {"document"},
    r"qpdf/.*": {"document"},
    r"json-glib/.*": {"report", "app", "cli"},
    r"(xlsxwriter\.h|libical/.*)": {"report"},
}

SQL = re.compile(r"\b(SELECT\s+[\w*(].*\bFROM\b|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(TABLE|INDEX|TRIGGER)\b"
                 r"|PRAGMA\s+\w+|BEGIN\s+IMMEDIATE|ROLLBACK\s+TO\b)")
STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
PRINTF = re.compile(r"\b(g_strdup_printf|g_string_(?:append_)?printf|g_strconcat|g_strjoinv?|sqlite3_v?mprintf|sqlite3_snprintf|g_snprintf|snprintf|sqlite3_str_\w+)\s*\(")

# Younger than the floor (GTK 4.8, libadwaita 1.2), or on the way out
WIDGETS = re.compile(r"\b(AdwBanner|AdwNavigationView|AdwNavigationSplitView|AdwOverlaySplitView|AdwBreakpoint|AdwToolbarView|AdwSwitchRow|AdwSpinRow|AdwDialog"
                     r"|AdwAlertDialog|AdwSpinner|AdwToggleGroup|AdwLeaflet|AdwFlap|AdwSqueezer|AdwViewSwitcherTitle|GtkTreeView|GtkComboBox|GtkComboBoxText"
                     r"|GtkEntryCompletion|GtkFileDialog|GtkAlertDialog|GtkDialog|GtkMessageDialog)\b")


def sources(root, *globs):
    for glob in globs or ("src/**/*.c", "src/**/*.h"):
        yield from sorted(Path(root).glob(glob))


def layer_of(root, path):
    parts = path.relative_to(Path(root) / "src").parts
    return parts[0] if len(parts) > 1 else "main"


def where(root, path, text, offset):
    return f"{path.relative_to(root)}:{text.count(chr(10), 0, offset) + 1}"


def without_comments(text):
    return re.sub(r"/\*.*?\*/|//[^\n]*", lambda m: re.sub(r"[^\n]", " ", m.group()), text, flags=re.S)


def upward_includes(root):
    home = {path.name: layer_of(root, path) for path in sources(root, "src/**/*.h")}
    faults = []
    for path in sources(root):
        layer = layer_of(root, path)
        text = without_comments(path.read_text())
        for m in re.finditer(r'^\s*#\s*include\s*["<]([^">]+)[">]', text, re.M):
            header = Path(m.group(1)).name
            target = home.get(header)
            if layer != "main" and target not in (None, layer) and target not in LAYERS[layer]:
                faults.append(f"{where(root, path, text, m.start())}: {layer} includes {header} of {target}")
            for pattern, layers in LIBRARIES.items():
                if layer != "main" and re.fullmatch(pattern, m.group(1)) and layer not in layers:
                    faults.append(f"{where(root, path, text, m.start())}: {layer} includes <{m.group(1)}>")
    return faults


def listed_dependencies(root):
    """A layer's meson file lists no layer that it must not use."""
    faults = []
    for layer, allowed in LAYERS.items():
        path = Path(root) / "src" / layer / "meson.build"
        if not path.exists():
            continue
        for used in re.findall(r"\bbarn_(\w+?)_(?:dep|lib|inc)\b", path.read_text()):
            if used != layer and used not in allowed:
                faults.append(f"src/{layer}/meson.build: lists {used}")
    return faults


def sql_outside_store(root):
    faults = []
    for path in sources(root):
        if layer_of(root, path) == "store":
            continue
        text = without_comments(path.read_text())
        for m in STRING.finditer(text):
            if SQL.search(m.group(1)):
                faults.append(f"{where(root, path, text, m.start())}: SQL outside the store: {m.group(1)[:60]}")
    for path in Path(root).glob("src/**/*.sql"):
        if layer_of(root, path) != "store":
            faults.append(f"{path.relative_to(root)}: SQL outside the store")
    return faults


def sql_from_text(root):
    """In the store, no function that puts texts together gets a literal that is SQL, and SQLite gets no built text."""
    faults = []
    for path in sources(root, "src/store/*.c", "src/store/*.h"):
        text = without_comments(path.read_text())
        for m in PRINTF.finditer(text):
            end = text.find(";", m.end())
            call = text[m.end():end if end > 0 else None]
            if any(SQL.search(s) or re.search(r"\b(SELECT|INSERT|UPDATE|DELETE|WHERE|FROM)\b", s) for s in STRING.findall(call)):
                faults.append(f"{where(root, path, text, m.start())}: SQL built from text")
        for m in re.finditer(r"\bsqlite3_mprintf\b|\bsqlite3_vmprintf\b", text):
            faults.append(f"{where(root, path, text, m.start())}: {m.group()} in the store")
    return faults


def licences(root):
    return [f"{path.relative_to(root)}: no SPDX line" for path in
            sources(root, "src/**/*.c", "src/**/*.h", "tests/**/*.c", "tests/**/*.h", "tests/**/*.py", "tools/*.py")
            if "SPDX-License-Identifier: GPL-3.0-or-later" not in "\n".join(path.read_text().splitlines()[:3])]


def left_for_later(root):
    faults = []
    for path in sources(root, "src/**/*.c", "src/**/*.h", "data/ui/*.ui", "tests/**/*.c", "tools/*", "src/**/*.sql"):
        text = path.read_text()
        for m in re.finditer(r"\b(TODO|FIXME|XXX|HACK)\b", text):
            faults.append(f"{where(root, path, text, m.start())}: {m.group()}")
    return faults


def names(root):
    """Files are named for the class they hold; a .c with a template has a .ui of its name."""
    faults = []
    for path in sources(root):
        if path.name not in ("main.c", "config.h") and not path.name.startswith("barn-"):
            faults.append(f"{path.relative_to(root)}: is not named barn-…")
        for ui in re.findall(r'set_template_from_resource\s*\([^"]*"[^"]*/([\w-]+)\.ui"', path.read_text()):
            if ui != path.stem:
                faults.append(f"{path.relative_to(root)}: its template is {ui}.ui")
    return faults


def log_domains(root):
    """A file's messages come from a domain of its name; those of a main.c from its program's."""
    programs = {"src/main.c": "barnratt", "src/cli/main.c": "barnratt-cli"}
    faults = []
    for path in sources(root, "src/**/*.c"):
        domain = programs.get(str(path.relative_to(root)), path.stem)
        if f'#define G_LOG_DOMAIN "{domain}"' not in path.read_text().split("#include", 1)[0]:
            faults.append(f"{path.relative_to(root)}: no G_LOG_DOMAIN \"{domain}\" before the includes")
    return faults


def too_young(root):
    faults = []
    for path in sources(root, "src/ui/**/*.c", "src/ui/**/*.h", "data/ui/*.ui"):
        text = re.sub(r"<!--.*?-->", "", path.read_text(), flags=re.S)
        text = without_comments(text) if path.suffix != ".ui" else text
        for m in WIDGETS.finditer(text):
            faults.append(f"{where(root, path, text, m.start())}: {m.group()}")
    return faults


def potfiles(root):
    """What can be translated stands in POTFILES, and nothing stands there that is gone."""
    path = Path(root) / "po" / "POTFILES"
    listed = {line for line in path.read_text().splitlines() if line and not line.startswith("#")}
    faults = [f"po/POTFILES: {name} is gone" for name in sorted(listed) if not (Path(root) / name).exists()]
    for source in sources(root, "src/**/*.c", "data/ui/*.ui", "*.desktop", "data/*.metainfo.xml.in", "data/*.gschema.xml"):
        text = source.read_text()
        translatable = re.search(r'\b(N?_|C_|NC_|ngettext)\s*\(\s*"|translatable="yes"|<summary>', text) or source.suffix == ".desktop"
        if translatable and str(source.relative_to(root)) not in listed:
            faults.append(f"po/POTFILES: {source.relative_to(root)} is missing")
    return faults


def swedish(root):
    """po/sv.po has every text of the sources, none fuzzy, none empty."""
    po = Path(root) / "po"
    faults = []
    stats = subprocess.run(["msgfmt", "--check", "--statistics", "-o", "/dev/null", "sv.po"], cwd=po, capture_output=True, text=True)
    if stats.returncode or re.search("fuzzy|untranslated", stats.stderr):
        faults.append("po/sv.po: " + stats.stderr.strip())
    pot = subprocess.run(["xgettext", "--from-code=UTF-8", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2",
                          "--keyword=ngettext:1,2", "--keyword=g_dngettext:2,3", "--directory=..", "--files-from=POTFILES", "-o", "-"],
                         cwd=po, capture_output=True, text=True)
    if pot.returncode:
        return faults + ["xgettext: " + pot.stderr.strip()]
    missing = subprocess.run(["msgcmp", "sv.po", "/dev/stdin"], cwd=po, input=pot.stdout, capture_output=True, text=True)
    if missing.returncode:
        faults.append("po/sv.po lacks: " + missing.stderr.strip())
    return faults


def schema_comments(root):
    """Every column of the schema is commented where it is defined: on its line or on the one above."""
    faults = []
    for path in Path(root).glob("src/store/migrations/*.sql"):
        table = None
        above = ""
        for number, line in enumerate(path.read_text().splitlines(), 1):
            before, above = above, line
            m = re.match(r"\s*CREATE TABLE (?:IF NOT EXISTS )?(\w+)", line)
            if m:
                table = m.group(1)
                continue
            if table and re.match(r"\s*\)", line):
                table = None
            m = re.match(r"\s+([a-z_]+)\s+(TEXT|INTEGER|REAL|BLOB|ANY)\b", line)
            if table and m and "--" not in line and not before.strip().startswith("--"):
                faults.append(f"{path.relative_to(root)}:{number}: {table}.{m.group(1)} has no comment")
    return faults


PROTOTYPE = re.compile(r"^(?!typedef\b|static\b|#|\s)[\w \t*]*?\b(barn_\w+)\s*\([^;{}]*\)[^;{}]*;", re.M)


def untold_functions(root):
    """What a public function does is told in a gtk-doc comment above its definition, or in its header: behind it, or above it and those that stand close
    to it. Getters and setters of fields and properties are told of with their class."""
    told = set()
    for path in sources(root):
        text = path.read_text()
        told.update(re.findall(r"/\*\*\n \* (\w+):", text))
        told.update(re.findall(r"G_DEFINE_AUTO\w+ \(\w+, (\w+)\)", without_comments(text)))
    faults = []
    for path in sources(root, "src/**/*.h"):
        if path.stem.endswith("-private"):
            continue
        text = path.read_text()
        bare = without_comments(text)
        fields = set(re.findall(r"\w+", " ".join(re.findall(r"/\*\*.*?(?:Fields|Properties):(.*?)\*/", text, re.S)).replace("-", "_")))
        for m in PROTOTYPE.finditer(bare):
            name = m.group(1)
            if name in told or name.endswith(("_get_type", "_error_quark")) or re.sub(r".*?_[gs]et_", "", name, count=1) in fields:
                continue
            group = text[text.rfind("\n\n", 0, m.start()) + 2:m.start()]
            behind = text[m.start():text.find("\n", m.end())]
            if not re.search(r"^/\*", group, re.M) and "/*" not in behind:
                faults.append(f"{where(root, path, text, m.start())}: {name}() is told of nowhere")
    return faults


ALL = [upward_includes, listed_dependencies, sql_outside_store, sql_from_text, licences, left_for_later, names, log_domains, too_young, potfiles,
       swedish, schema_comments, untold_functions]

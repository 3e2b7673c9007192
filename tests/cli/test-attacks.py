# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong around barnratt-cli: killed processes, full disks, locks, wrong files. Each is told in one sentence, and nothing is lost."""
import fcntl
import json
import os
import random
import resource
import shutil
import signal
import struct
import subprocess
import tempfile
import time
import unicodedata
from pathlib import Path

import tap

CLI = os.environ["BARNRATT_CLI"]
FOLDER = tempfile.TemporaryDirectory(prefix="barn-attack-")
HOME = Path(FOLDER.name)
ENVIRONMENT = {**os.environ, "BARNRATT_TODAY": "2026-11-22", "XDG_DATA_HOME": str(HOME / "data")}
PLAN = "# Handlingsplan för barnets rättigheter 2026\n\n## Aktiviteter\n\n### Chefer\n\n"
# Where SQLite holds its locks in a file
PENDING_BYTE, SHARED_SIZE = 0x40000000, 510


def run(*arguments, **options):
    return subprocess.run([CLI, *map(str, arguments)], capture_output=True, timeout=100, env=ENVIRONMENT, **options)


def done(*arguments):
    answer = run(*arguments)
    assert answer.returncode == 0, (arguments, answer)
    return answer.stdout.decode("utf-8")


def refused(*arguments, status=1, **options):
    """Ends with the status, prints nothing but one sentence, and leaves every file as it was"""
    before = contents()
    answer = run(*arguments, **options)
    told = answer.stderr.decode("utf-8")
    assert answer.returncode == status, (arguments, answer)
    assert answer.stdout == b"" and told.startswith("barnratt-cli: ") and told.count("\n") == 1 and told.rstrip().endswith("."), answer
    assert contents() == before, arguments
    return told


def contents():
    return {p.name: p.read_bytes() for p in HOME.iterdir() if p.is_file()}


def plan(name, *titles):
    path = HOME / name
    document = HOME / (name + ".md")
    document.write_text(PLAN + "".join(f"- {t}\n" for t in titles or ("Lyssna", "Svara")), encoding="utf-8")
    done("new", path, "--year", "2020")
    done("import", path, document)
    return path


def activities(path):
    return json.loads(done("list", path, "--year", "2026", "--format", "json"))


def test_wrong_files():
    """a plan file by a document's name, a document by another's, nothing, a folder: each is told what it is"""
    path = plan("wrong.barnratt")
    as_document = HOME / "renamed.docx"
    shutil.copy(path, as_document)
    refused("import", path, as_document)
    docx = HOME / "wrong.docx"
    done("export", path, "barnbokslut", "-o", docx, "--year", "2026")
    for ending in ("odt", "txt", "barnratt"):
        other = HOME / f"other.{ending}"
        shutil.copy(docx, other)
        refused("import", path, other)
        refused("list", other, status=3)
        refused("restore", path, other, status=3)
        refused("restore", other, path, status=3)
    empty = HOME / "empty.txt"
    empty.touch()
    refused("import", path, empty)
    refused("list", empty, status=3)
    refused("restore", path, empty, status=3)
    refused("import", path, HOME)
    refused("list", HOME, status=3)
    refused("list", HOME / "gone" / "x.barnratt")
    refused("import", path, HOME / "gone.md")
    refused("new", path, "--year", "2026")
    refused("export", path, "barnbokslut", "-o", HOME, "--year", "2026")
    refused("export", path, "barnbokslut", "-o", HOME / "data" / ".." / "wrong.barnratt", "--year", "2026")


def test_titles():
    """a title in decomposed letters is found, one of 10,000 characters is kept"""
    decomposed = unicodedata.normalize("NFD", "Följa upp åtgärder på förskolan")
    path = plan("titles.barnratt", decomposed, "å" * 10000)
    titles = [a["title"] for a in activities(path)]
    assert titles[0] == unicodedata.normalize("NFC", decomposed)
    done("status", path, decomposed, "done", "--year", "2026")
    assert activities(path)[0]["status"] == "done"
    assert len(activities(path)) == 2 and all(len(t) <= 200 for t in titles)
    done("verify", path)


def test_noise():
    """files with bytes turned are read, or refused with one sentence, and never written"""
    good = plan("noise.barnratt").read_bytes()
    seed = random.randrange(1 << 30)
    print(f"# seed {seed}")
    chance = random.Random(seed)
    path = HOME / "turned.barnratt"
    for _ in range(40):
        turned = bytearray(good)
        for _ in range(chance.choice((1, 8, 64))):
            turned[chance.randrange(len(turned))] = chance.randrange(256)
        path.write_bytes(turned)
        for command in (("verify", path), ("list", path, "--year", "2026")):
            answer = run(*command)
            assert answer.returncode in (0, 1, 3), (command, answer)
            assert answer.returncode == 0 or answer.stderr.decode("utf-8").count("\n") == 1, answer
        assert path.read_bytes() == bytes(turned)


def test_locked():
    """a file that another program holds is told so, and read or written again once it lets go"""
    path = plan("locked.barnratt")
    copy = HOME / "locked-copy.barnratt"
    done("backup", path, copy)
    # In a process of its own: to look at the file here would drop the lock
    holder = os.fork()
    if holder == 0:
        held = open(path, "r+b")
        fcntl.lockf(held, fcntl.LOCK_EX, SHARED_SIZE + 2, PENDING_BYTE)
        (HOME / "data" / "held").touch()
        signal.pause()
    try:
        while not (HOME / "data" / "held").exists():
            time.sleep(0.01)
        for arguments in (("list", path), ("status", path, "Lyssna", "done", "--year", "2026"), ("restore", path, copy)):
            assert "another program" in refused(*arguments).lower(), arguments
    finally:
        os.kill(holder, signal.SIGKILL)
        os.waitpid(holder, 0)
    done("status", path, "Lyssna", "done", "--year", "2026")


def test_two_at_once():
    """what two programs write at the same time is all there"""
    path = plan("two.barnratt", *(f"Aktivitet nummer {n:02}" for n in range(8)))
    writers = [subprocess.Popen([CLI, "status", path, f"nummer {n:02}", "done", "--year", "2026"], env=ENVIRONMENT, stdout=subprocess.DEVNULL)
               for n in range(8)]
    assert [w.wait(60) for w in writers] == [0] * 8
    assert [a["status"] for a in activities(path)] == ["done"] * 8
    done("verify", path)


def test_full_disk():
    """a disk that is full in the middle of a write leaves what was there"""
    path = plan("full.barnratt")
    copy = HOME / "full-copy.barnratt"
    done("backup", path, copy)
    document = HOME / "big.md"
    document.write_text(PLAN.replace("2026", "2025") + "".join(f"- Aktivitet {n} med flera ord i titeln\n" for n in range(3000)), encoding="utf-8")

    def limit(room=-4096):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        size = path.stat().st_size + room
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    for arguments in (("backup", path, HOME / "new-copy.barnratt"), ("restore", path, copy), ("new", HOME / "new.barnratt", "--year", "2026")):
        refused(*arguments, preexec_fn=limit)
    before = path.read_bytes()
    answer = run("import", path, document, preexec_fn=lambda: limit(8192))
    assert answer.returncode == 1 and b"room" in answer.stderr, answer
    assert path.read_bytes() == before
    done("verify", path)


def test_killed():
    """restoring is done or not done, whenever it is killed"""
    many = [f"Aktivitet {n} med flera ord i titeln" for n in range(1500)]
    path = plan("killed.barnratt", *many)
    full = HOME / "killed-full.barnratt"
    small = plan("killed-small.barnratt")
    done("backup", path, full)
    start = time.monotonic()
    done("restore", path, full)
    whole = time.monotonic() - start
    for n in range(12):
        copy = (small, full)[n % 2]
        process = subprocess.Popen([CLI, "restore", path, copy], env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.random() * whole)
        process.kill()
        process.wait()
        done("verify", path)
        assert len(activities(path)) in (2, 1500)
    # What was killed cannot clean up; a next one is not kept from its work by it
    for left in HOME.glob(".barnratt-*"):
        left.unlink()
    done("restore", path, small)
    assert len(activities(path)) == 2


def test_no_right():
    """a folder and a file that a person has no right to are told so"""
    path = plan("rights.barnratt")
    folder = HOME / "closed"
    folder.mkdir()
    inside = folder / "plan.barnratt"
    shutil.copy(path, inside)
    folder.chmod(0o555)
    if os.access(folder, os.W_OK):
        raise tap.Skip("rights do not bind this user")
    assert len(activities(inside)) == 2
    for arguments in (("status", inside, "Lyssna", "done", "--year", "2026"), ("backup", path, folder / "copy.barnratt"), ("new", folder / "x.barnratt", "--year", "2026"),
                      ("export", path, "barnbokslut", "-o", folder / "x.docx", "--year", "2026"), ("restore", inside, path)):
        refused(*arguments)
    inside.chmod(0)
    refused("list", inside)
    folder.chmod(0o755)


def test_old_backup():
    """a backup that an older version made is put back, and stays as it was"""
    old = HOME / "old.barnratt"
    shutil.copy(Path(os.environ["BARNRATT_TEST_DATA"]) / "plan-v1.barnratt", old)
    before = old.read_bytes()
    path = plan("newer.barnratt")
    done("restore", path, old)
    done("verify", path)
    assert old.read_bytes() == before and struct.unpack(">I", path.read_bytes()[60:64])[0] >= 1


def test_nothing_left_behind():
    """no journal and no temporary file is left"""
    assert not [p.name for p in HOME.iterdir() if p.name.endswith(("-journal", ".tmp")) or p.name.startswith(".")]


try:
    tap.run(dict(globals()))
finally:
    FOLDER.cleanup()

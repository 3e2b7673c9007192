# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen of its own with a window manager and a session bus, on which a program is driven as a person drives it: by keys, and by the names that
the accessibility bus tells. Used through `inside()`, which starts the calling script again on such a screen. Nothing here trusts a pause: what is
waited for is seen, or the wait ends with what is on the screen instead."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

NEEDED = ("Xvfb", "dbus-run-session", "openbox", "xdotool")

# What a person can act on or is told by; each must bear a name
NAMED_ROLES = {"push button", "toggle button", "check box", "radio button", "combo box", "text", "entry", "spin button", "switch", "list item",
               "table row", "search box", "drawing area", "level bar", "password text", "slider", "menu item", "progress bar"}

# The names that a widget has where nobody gave it one
CLASS_NAME = re.compile(r"(Gtk|Adw|Barn)[A-Z]\w*")


def role_of(node):
    """The role in words; what newer accessibility buses call "button" has the older name here."""
    role = node.get_role_name()
    return "push button" if role == "button" else role


def missing():
    """What a screen needs and this machine lacks, in words; empty where nothing does."""
    lacking = [name for name in NEEDED if not shutil.which(name)]
    try:
        import gi
        gi.require_version("Atspi", "2.0")
    except (ImportError, ValueError):
        lacking.append("gir1.2-atspi-2.0")
    return ", ".join(lacking)


def inside():
    """True on the inside. On the outside it makes the screen, runs this script inside, and exits with its status."""
    if os.environ.get("BARNRATT_SCREEN"):
        os.dup2(int(os.environ["BARNRATT_SCREEN"]), 1)
        return True
    home = tempfile.mkdtemp(prefix="barnratt-screen-")
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"], pass_fds=[write],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    display = ":" + os.read(read, 16).decode().strip()
    # The bus and what it starts talk on standard output too: what the script tells goes past them
    out = os.dup(1)
    env = dict(os.environ, BARNRATT_SCREEN=str(out), DISPLAY=display, HOME=home,
               XDG_RUNTIME_DIR=os.path.join(home, "run"), XDG_CONFIG_HOME=os.path.join(home, "config"),
               XDG_CACHE_HOME=os.path.join(home, "cache"), XDG_DATA_HOME=os.path.join(home, "data"), GSETTINGS_BACKEND="keyfile", GDK_BACKEND="x11",
               GSK_RENDERER="cairo", GTK_A11Y="atspi", GTK_USE_PORTAL="0", LC_ALL="C.UTF-8", LANGUAGE="")
    for name in ("NO_AT_BRIDGE", "AT_SPI_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY", "XAUTHORITY"):
        env.pop(name, None)
    for folder in ("run", "config", "cache", "data"):
        os.makedirs(os.path.join(home, folder), mode=0o700)
    try:
        status = subprocess.call(["dbus-run-session", "--", sys.executable, *sys.argv], env=env, pass_fds=[out], stdout=subprocess.DEVNULL)
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(home, ignore_errors=True)
    sys.exit(status)


class Screen:
    def __init__(self):
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
        self.atspi = Atspi
        self.program = None
        self.log = None
        self.manager = None
        self.until(self.has_manager, "no window manager runs", 60)

    def has_manager(self):
        """Only a window manager knows of desktops: once it answers, windows get the keyboard. One that met a busy screen is started again."""
        if self.manager is None or self.manager.poll() is not None:
            self.manager = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return self.xdotool("get_desktop") is not None

    @staticmethod
    def xdotool(*words):
        """What xdotool answers; None where it can't."""
        done = subprocess.run(["xdotool", *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        return done.stdout.strip() if done.returncode == 0 else None

    # The program

    def start(self, *command, **env):
        """Starts the program and waits until the keyboard is its."""
        self.log = tempfile.TemporaryFile("w+")
        self.program = subprocess.Popen(command, env=dict(os.environ, **env), stderr=self.log)
        # The screen says so before the program knows: a key pressed in between is lost
        self.until(lambda: self.has_keyboard() and self.focus_node(), "no window of the program has the keyboard", 90)

    def has_keyboard(self):
        return self.xdotool("getactivewindow", "getwindowpid") == str(self.program.pid)

    def has_title(self, part):
        """Whether a window with that in its title has the keyboard."""
        return part in (self.xdotool("getactivewindow", "getwindowname") or "")

    def said(self):
        """What the program has written on its standard error."""
        self.log.seek(0)
        return self.log.read()

    def wait_for_end(self, seconds=60):
        status = self.program.wait(seconds)
        self.program = None
        return status

    def kill(self):
        """As a power cut: the program gets no chance to do anything."""
        if self.program:
            self.program.kill()
            self.program.wait()
            self.program = None

    def close(self):
        self.kill()
        self.manager.terminate()
        self.manager.wait()

    # What is on the screen

    def below(self, top, depth=0):
        """The node and all that is on the screen below it, in the order a screen reader meets them."""
        stack = [(top, depth)]
        while stack:
            node, depth = stack.pop()
            if node is None or depth > 40:
                continue
            try:
                if depth > 1 and not self.visible(node):
                    continue
                children = [node.get_child_at_index(i) for i in range(min(node.get_child_count(), 400))]
            except Exception:  # a node that went away while it was looked at
                continue
            if depth > 0:
                yield node
            stack.extend((child, depth + 1) for child in reversed(children))

    def nodes(self):
        return self.below(self.atspi.get_desktop(0))

    def visible(self, node):
        """GTK 4.8 calls only windows showing: what is visible and has a size is on the screen."""
        states = node.get_state_set()
        if states.contains(self.atspi.StateType.SHOWING):
            return True
        if not states.contains(self.atspi.StateType.VISIBLE):
            return False
        component = node.get_component_iface()
        if component is None:
            return True
        extents = component.get_extents(self.atspi.CoordType.WINDOW)
        return extents.width > 1 and extents.height > 1

    def can_act(self, node):
        return node.get_n_actions() > 0 or node.get_editable_text_iface() is not None

    def find(self, name, role=None, exact=True):
        """The node of that name, one that can be acted upon before one that can't; None where there is none."""
        fallback = None
        for node in self.nodes():
            try:
                if self.fits(node, name, role, exact):
                    if self.can_act(node):
                        return node
                    fallback = fallback or node
            except Exception:
                pass
        return fallback

    def wait(self, name, role=None, seconds=30, exact=True):
        return self.until(lambda: self.find(name, role, exact), f"“{name}” is not on the screen", seconds)

    def gone(self, name, role=None, seconds=30):
        self.until(lambda: not self.find(name, role), f"“{name}” is still on the screen", seconds)

    def until(self, condition, complaint, seconds=30):
        """Waits for the condition and returns its value; a wait that ends without says what is on the screen."""
        end = time.monotonic() + seconds
        while True:
            late = time.monotonic() > end
            value = condition()
            if value:
                return value
            if self.program is not None and self.program.poll() is not None:
                raise AssertionError(f"the program ended with {self.program.returncode}; {complaint}\n{self.said()}")
            if late:
                raise AssertionError(f"{complaint}\nwith the keyboard: {self.focused()}\n{self.describe()}\n{self.said() if self.log else ''}")
            time.sleep(0.05)

    def describe(self):
        lines = []
        for node in self.nodes():
            try:
                if node.get_name():
                    lines.append(f"{role_of(node)} {node.get_name()!r}")
            except Exception:
                pass
        return "\n".join(lines[-250:])

    def unnamed(self):
        """What a screen reader could not name, each with what it stands in. A row may be named by what is in it."""
        found = []
        for node in self.nodes():
            try:
                role = role_of(node)
                if role not in NAMED_ROLES or self.has_name(node) or self.is_toolkits(node):
                    continue
                if role in ("list item", "table row") and any(self.has_name(child) for child in self.below(node)):
                    continue
                path = []
                place = node
                while place is not None and place.get_role_name() != "application" and len(path) < 6:
                    path.append(f"{place.get_role_name()} {place.get_name()!r}")
                    place = place.get_parent()
                found.append(" in ".join(path))
            except Exception:
                pass
        return found

    @staticmethod
    def is_toolkits(node):
        """The buttons that take a toast away and that search the shortcuts are made by the libraries, without a name and without a way to give one."""
        place = node
        while place is not None:
            if place.get_name() in ("AdwToastWidget", "GtkShortcutsWindow"):
                return node.get_name() == "GtkImage"
            place = place.get_parent()
        return False

    @staticmethod
    def has_name(node):
        name = (node.get_name() or "").strip()
        return name != "" and not CLASS_NAME.fullmatch(name)

    def focus_node(self):
        for node in self.nodes():
            try:
                if node.get_state_set().contains(self.atspi.StateType.FOCUSED):
                    return node
            except Exception:
                pass
        return None

    def focused(self):
        """The role and the name of what has the keyboard."""
        node = self.focus_node()
        return f"{role_of(node)} {node.get_name()}" if node else ""

    def state(self, node, name):
        return node.get_state_set().contains(getattr(self.atspi.StateType, name))

    def contents(self, node):
        """The text in the node, else its name."""
        if node.get_text_iface() is None:
            return node.get_name()
        return self.atspi.Text.get_text(node, 0, self.atspi.Text.get_character_count(node))

    def text(self, name, role=None):
        return self.contents(self.wait(name, role))

    # What a person does

    def press(self, name, role=None, exact=True):
        node = self.wait(name, role, exact=exact)
        while node is not None and node.get_n_actions() == 0:
            node = node.get_parent()
        assert node is not None, f"“{name}” cannot be pressed"
        node.do_action(0)

    def focus(self, name, role=None, key="Tab", most=60, exact=True):
        """Goes there by Tab, or another key, until it has the keyboard."""
        passed = []
        for _ in range(most):
            before = self.focus_node()
            if before is not None and self.fits(before, name, role, exact):
                return before
            passed.append(self.focused())
            self.keys(key)
            self.changed(lambda: self.focus_node() not in (None, before))
        raise AssertionError(f"“{name}” cannot be reached with {key}; passed: {passed}")

    def fits(self, node, name, role=None, exact=True):
        text = (node.get_name() or "").strip()
        return (text == name if exact else name in text) and role in (None, role_of(node))

    def changed(self, condition, seconds=2):
        """Gives the condition its time; says whether it came, and leaves it to the caller what that means."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                return False
            time.sleep(0.02)
        return True

    def keys(self, *names):
        for name in names:
            subprocess.run(["xdotool", "key", "--clearmodifiers", name], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "12", text], check=True)

    def enter(self, name, text, role=None):
        """Types into what bears the name, and waits until it stands there."""
        self.focus(name, role)
        self.type(text)
        self.until(lambda: text in self.text(name, role), f"“{name}” does not hold what was typed")

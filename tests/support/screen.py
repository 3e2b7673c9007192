# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen of its own with a window manager and a session bus, on which a program is driven as a person drives it: by keys, and by the names that
the accessibility bus tells. Used through `inside()`, which starts the calling script again on such a screen."""
import os
import shutil
import subprocess
import sys
import tempfile
import time

NEEDED = ("Xvfb", "dbus-run-session", "openbox", "xdotool")


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
        return True
    home = tempfile.mkdtemp(prefix="barnratt-screen-")
    read, write = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"], pass_fds=[write],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    display = ":" + os.read(read, 16).decode().strip()
    env = dict(os.environ, BARNRATT_SCREEN="1", DISPLAY=display, HOME=home, XDG_RUNTIME_DIR=os.path.join(home, "run"), XDG_CONFIG_HOME=os.path.join(home, "config"),
               XDG_CACHE_HOME=os.path.join(home, "cache"), XDG_DATA_HOME=os.path.join(home, "data"), GSETTINGS_BACKEND="keyfile", GDK_BACKEND="x11",
               GSK_RENDERER="cairo", GTK_A11Y="atspi", GTK_USE_PORTAL="0", LC_ALL="C.UTF-8", LANGUAGE="")
    for folder in ("run", "config", "cache", "data"):
        os.makedirs(os.path.join(home, folder), mode=0o700)
    try:
        status = subprocess.call(["dbus-run-session", "--", sys.executable, *sys.argv], env=env)
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
        launcher = "/usr/libexec/at-spi-bus-launcher"
        if os.path.exists(launcher):
            subprocess.Popen([launcher, "--launch-immediately"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.manager = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.7)
        self.program = None

    def start(self, *command, **env):
        self.program = subprocess.Popen(command, env=dict(os.environ, **env))

    def wait_for_end(self, seconds=20):
        status = self.program.wait(seconds)
        self.program = None
        return status

    def kill(self):
        if self.program:
            self.program.kill()
            self.program.wait()
            self.program = None

    def close(self):
        self.kill()
        self.manager.terminate()
        self.manager.wait()

    # What is on the screen

    def nodes(self):
        desktop = self.atspi.get_desktop(0)
        stack = [(desktop.get_child_at_index(i), 0) for i in range(desktop.get_child_count())]
        while stack:
            node, depth = stack.pop()
            if node is None or depth > 40:
                continue
            yield node
            try:
                for i in range(min(node.get_child_count(), 400) - 1, -1, -1):
                    stack.append((node.get_child_at_index(i), depth + 1))
            except Exception:  # a node that went away while it was looked at
                pass

    def visible(self, node):
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

    def find(self, name, role=None, exact=True):
        fallback = None
        for node in self.nodes():
            try:
                text = (node.get_name() or "").strip()
                fits = text == name if exact else name in text
                if fits and (role is None or node.get_role_name() == role) and self.visible(node):
                    if node.get_n_actions() > 0 or node.get_editable_text_iface() is not None:
                        return node
                    fallback = fallback or node
            except Exception:
                pass
        return fallback

    def wait(self, name, role=None, seconds=15, exact=True):
        return self.until(lambda: self.find(name, role, exact), f"“{name}” is not on the screen", seconds)

    def gone(self, name, role=None, seconds=15):
        self.until(lambda: not self.find(name, role), f"“{name}” is still on the screen", seconds)

    def until(self, condition, complaint, seconds=15):
        end = time.monotonic() + seconds
        while True:
            value = condition()
            if value:
                return value
            if self.program is not None and self.program.poll() is not None:
                raise AssertionError(f"the program ended with {self.program.returncode}; {complaint}")
            if time.monotonic() > end:
                raise AssertionError(complaint + "\n" + self.describe())
            time.sleep(0.1)

    def describe(self):
        lines = []
        for node in self.nodes():
            try:
                if self.visible(node) and node.get_name():
                    lines.append(f"{node.get_role_name()} {node.get_name()!r}")
            except Exception:
                pass
        return "\n".join(lines[-250:])

    def focused(self):
        """The name of what has the keyboard."""
        for node in self.nodes():
            try:
                if node.get_state_set().contains(self.atspi.StateType.FOCUSED):
                    return f"{node.get_role_name()} {node.get_name()}"
            except Exception:
                pass
        return ""

    # What a person does

    def press(self, name, role=None, exact=True):
        node = self.wait(name, role, exact=exact)
        while node is not None and node.get_n_actions() == 0:
            node = node.get_parent()
        assert node is not None, f"“{name}” cannot be pressed"
        node.do_action(0)
        time.sleep(0.3)

    def focus(self, name, role=None):
        self.wait(name, role).get_component_iface().grab_focus()
        time.sleep(0.3)

    def keys(self, *names):
        for name in names:
            subprocess.run(["xdotool", "key", "--clearmodifiers", name], check=True)
            time.sleep(0.25)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "12", text], check=True)
        time.sleep(0.4)

    def text(self, name, role=None):
        node = self.wait(name, role)
        iface = node.get_text_iface()
        return self.atspi.Text.get_text(node, 0, self.atspi.Text.get_character_count(node)) if iface else node.get_name()

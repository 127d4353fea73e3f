"""What the figures were measured on."""
import datetime
import json
import os
import re
import subprocess
import xml.etree.ElementTree as xml

import places


def describe():
    """Lines of Markdown."""
    commit = said("git", "-C", places.COMPARISON, "describe", "--always", "--dirty")
    processor = field("/proc/cpuinfo", r"model name\s*:\s*(.*)")
    memory = int(field("/proc/meminfo", r"MemTotal:\s*(\d+)") or 0) / (1 << 20)
    system = field("/etc/os-release", r'PRETTY_NAME="(.*)"')
    return [
        f"- {datetime.datetime.now():%Y-%m-%d %H:%M}, commit {commit}",
        f"- {os.cpu_count()} × {processor}, {memory:.0f} GB, {system}, Linux {os.uname().release}",
        f"- {said(places.BROWSER, '--version')}; on the shell {said(places.SHELL, '--version') or 'nothing'}",
        f"- Java {said(places.JAVA, '--version')}; Node.js {said('node', '--version') or 'none'}",
        f"- {', '.join(libraries())}",
        f"- switches of all browsers: `{' '.join(places.SWITCHES)}`",
    ]


def libraries():
    """The other clients, with their versions."""
    for module in ("java-websocket", "playwright", "selenium", "jvppeteer", "kklisura"):
        pom = xml.parse(os.path.join(places.COMPARISON, module, "pom.xml"))
        for dependency in pom.iter("{http://maven.apache.org/POM/4.0.0}dependency"):
            group, artifact, version = (element.text for element in list(dependency)[:3])
            if group not in ("comparison", "org.slf4j"):
                yield f"{artifact} {version}"
    with open(os.path.join(places.COMPARISON, "node", "package.json")) as file:
        for name, version in json.load(file)["dependencies"].items():
            yield f"{name} {version}"


def field(file, pattern):
    try:
        with open(file) as lines:
            found = re.search(pattern, lines.read())
        return found.group(1) if found else ""
    except OSError:
        return ""


def said(*command):
    """The first line that a program says, empty if there is no such program."""
    try:
        lines = subprocess.run(command, capture_output=True, text=True, timeout=30).stdout.strip().splitlines()
        return lines[0] if lines else ""
    except OSError:
        return ""

"""What processes use, read from /proc."""
import os
import re
import signal
import time
from dataclasses import dataclass

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Usage:
    """What a process and its descendants have used, in CPU seconds and megabytes."""
    at: float
    machine: float
    client: float
    browser: float
    client_peak: float

    def until(self, later):
        """What was used until a later moment; the peak is that since the counters were reset."""
        client, browser = later.client - self.client, later.browser - self.browser
        others = later.machine - self.machine - client - browser
        return {
            "cpuClient": round(client, 3),
            "cpuBrowser": round(browser, 3),
            "residentMb": round(later.client_peak, 1),
            "others": round(max(0.0, others) / (later.at - self.at) / os.cpu_count(), 3),
        }


def usage(root, reset_peaks=False):
    client = browser = peak = 0.0
    for pid, (name, cpu) in tree(root).items():
        if name.startswith("chrom") and not name.startswith("chromedriver"):
            browser += cpu
        else:
            client += cpu
            peak += resident_peak(pid)
            if reset_peaks:
                reset_peak(pid)
    return Usage(time.monotonic(), machine_cpu(), client, browser, peak)


def tree(root):
    """Name and CPU seconds, those of its reaped children among them, of a process and of all its descendants, by pid."""
    children, found = {}, {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat") as file:
                    stat = file.read()
            except OSError:
                continue
            fields = stat[stat.rindex(")") + 2:].split()
            children.setdefault(int(fields[1]), []).append(int(entry))
            own, reaped = (sum(map(int, times)) / TICKS for times in (fields[11:13], fields[13:15]))
            found[int(entry)] = (stat[stat.index("(") + 1:stat.rindex(")")], own, reaped)
    result, todo = {}, [root]
    while todo:
        pid = todo.pop()
        if pid in found:
            name, own, reaped = found[pid]
            result[pid] = (name, cpu_clock(pid, own) + reaped)
            todo += children.get(pid, [])
    return result


def cpu_clock(pid, otherwise):
    """The CPU seconds of a process and nobody else, by its own clock, which is finer than the hundredths of a second of /proc."""
    try:
        return time.clock_gettime((~pid << 3) | 2)  # as clock_getcpuclockid(3) of glibc
    except OSError:
        return otherwise


def resident_peak(pid):
    try:
        with open(f"/proc/{pid}/status") as file:
            peak = re.search(r"VmHWM:\s+(\d+)", file.read())
        return int(peak.group(1)) / 1024 if peak else 0
    except OSError:
        return 0


def reset_peak(pid):
    try:
        with open(f"/proc/{pid}/clear_refs", "w") as file:
            file.write("5")
    except OSError:
        pass  # it is gone


def machine_cpu():
    """The CPU seconds that all of the machine has been busy."""
    with open("/proc/stat") as file:
        times = list(map(int, file.readline().split()[1:9]))
    return (sum(times) - times[3] - times[4]) / TICKS


def end(root):
    """End a process that we started, with its descendants."""
    for pid in tree(root):
        try:
            os.kill(pid, signal.SIGKILL)
        except OSError:
            pass  # it is gone

"""A process that does works with one client, for as many rounds as there are."""
import json
import os
import select
import subprocess
import time

import places
import processes


class Worker:
    def __init__(self, name, command, environment):
        self.name, self.command, self.environment = name, command, environment
        self.process, self.read = None, b""

    def do(self, line, limit):
        """Have a line of work done, and return its figures, those of /proc among them, or the error."""
        try:
            if self.process is None:
                self._start()
            self._say(line)
            begin = end = None
            while True:
                said = self._next(limit)
                if said.startswith("@@MARK begin"):
                    begin = processes.usage(self.process.pid, reset_peaks=True)
                    self._say("")
                elif said.startswith("@@MARK end"):
                    end = processes.usage(self.process.pid)
                    self._say("")
                elif said.startswith("@@RESULT "):
                    result = json.loads(said[len("@@RESULT "):])
                    return {**result, **begin.until(end)} if begin and end else result
        except (TimeoutError, EOFError, BrokenPipeError) as e:
            self.stop()
            return {"error": str(e)}

    def _start(self):
        with open(os.path.join(places.LOGS, self.name + ".log"), "ab") as log:
            self.process = subprocess.Popen(
                self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, env=self.environment)
        self.read = b""
        while not self._next(30).startswith("@@READY"):
            pass  # what libraries print when they are loaded

    def _say(self, line):
        self.process.stdin.write((line + "\n").encode())
        self.process.stdin.flush()

    def _next(self, limit):
        end = time.monotonic() + limit
        while b"\n" not in self.read:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.process.stdout], [], [], left)[0]:
                raise TimeoutError(f"no answer in {limit} s")
            read = os.read(self.process.stdout.fileno(), 1 << 16)
            if not read:
                raise EOFError(f"the process ended with {self.process.wait()}")
            self.read += read
        line, self.read = self.read.split(b"\n", 1)
        return line.decode(errors="replace")

    def stop(self):
        if self.process is None:
            return
        try:
            self.process.stdin.close()
            self.process.wait(5)
        except (OSError, subprocess.TimeoutExpired):
            pass  # it has ended already, or does not by itself; either way the next line sees to it
        processes.end(self.process.pid)
        self.process.wait()
        self.process = None


def once(name, command, environment, limit=180, directory=None):
    """Run a process from its start to its end, and return what it said, its time and its CPU, that of reaped children included."""
    with open(os.path.join(places.LOGS, name + ".log"), "ab") as log:
        begin = time.monotonic()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log, env=environment, cwd=directory)
        said, end = b"", begin + limit
        while True:
            ready = select.select([process.stdout], [], [], max(0, end - time.monotonic()))[0]
            read = os.read(process.stdout.fileno(), 1 << 16) if ready else b""
            if not ready:
                processes.end(process.pid)
            if not read:
                break
            said += read
        _, status, used = os.wait4(process.pid, 0)
        ms = (time.monotonic() - begin) * 1000
        process.returncode = os.waitstatus_to_exitcode(status)
        log.write(said)
    return said.decode(errors="replace"), process.returncode, {
        "ms": round(ms, 1),
        "cpu": round(used.ru_utime + used.ru_stime, 3),
        "residentMb": round(used.ru_maxrss / 1024, 1),
    }

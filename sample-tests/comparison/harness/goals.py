"""The goals, and whether they are reached."""
from dataclasses import dataclass

from clients import CLIENTS
from columns import NAMES

# Limits of time hold where one command of the floor takes this long; elsewhere they grow and shrink with it.
FLOOR_US = 300


def title(client):
    return CLIENTS[client].title


@dataclass(frozen=True)
class Ratio:
    """A client's figure in relation to another's, at least or at most so much."""
    part: str
    client: str
    other: str
    column: str
    limit: float
    at_least: bool = False

    def judge(self, results):
        own = results.median(self.part, self.client, self.column)
        other = results.median(self.part, self.other, self.column)
        if own is None or other is None:
            return None
        return own / other, self.limit, self.at_least

    def says(self):
        return f"{self.part}: {title(self.client)}, {NAMES.get(self.column, self.column)}, in relation to {title(self.other)}"


@dataclass(frozen=True)
class Most:
    """A client's figure at most so much; a time less what another takes, if there is one."""
    part: str
    client: str
    column: str
    limit: float
    less: str = ""

    def judge(self, results):
        own = results.median(self.part, self.client, self.column)
        less = results.median(self.part, self.less, self.column) if self.less else 0
        if own is None or less is None:
            return None
        return own - less, self.limit * (scale(results) if self.column.lower().endswith(("ms", "us")) else 1), False

    def says(self):
        return (f"{self.part}: {title(self.client)}, {NAMES.get(self.column, self.column)}"
                + (f", less {title(self.less)}" if self.less else ""))


@dataclass(frozen=True)
class StartLessJUnit:
    """A whole process, less what JUnit takes without a browser, in relation to the floor, which has no JUnit."""

    def judge(self, results):
        names = "withcdp-pipe", "junit-withcdp", "floor-pipe"
        own, junit, floor = (results.median("W5-process", name, "ms") for name in names)
        return None if None in (own, junit, floor) else ((own - junit) / floor, 1.0, False)

    def says(self):
        return (f"W5-process: {title('withcdp-pipe')}, ms, less {title('junit-withcdp')}, "
                f"in relation to {title('floor-pipe')}")


@dataclass(frozen=True)
class Linear:
    """Ten times the events in at most so many times the time."""

    def judge(self, results):
        few, many = (results.median(part, "withcdp-pipe", "ms") for part in ("G1-100k", "G1-1M"))
        return None if None in (few, many) else (many / few, 12, False)

    def says(self):
        return f"G1-1M: {title('withcdp-pipe')}, ms, in relation to G1-100k"


GOALS = (
    Ratio("W1", "withcdp-pipe", "floor-pipe", "ops", 0.95, at_least=True),
    Most("W1", "withcdp-pipe", "cpuUs", 40),
    Ratio("W1", "withcdp-ws", "java-websocket", "ops", 0.98, at_least=True),
    Most("W1", "withcdp-ws", "cpuUs", 60),
    Ratio("W1-cold", "withcdp-pipe", "puppeteer", "ops", 1, at_least=True),
    Ratio("W2-64", "withcdp-pipe", "floor-pipe", "ops", 1, at_least=True),
    Ratio("W2-all", "withcdp-pipe", "floor-pipe", "ops", 1, at_least=True),
    *(Ratio(part, "withcdp-pipe", "floor-pipe", column, limit)
      for part in ("W4-10MB", "W4-50MB") for column, limit in (("ms", 1.05), ("peakHeapMb", 2), ("liveHeapMb", 2))),
    Ratio("W5-warm", "withcdp-pipe", "floor-pipe", "ms", 0.95),
    StartLessJUnit(),
    Ratio("W6-shell", "withcdp-pipe", "floor-pipe", "ops", 0.97, at_least=True),
    Most("W6b", "withcdp-pipe", "gapMs", 2, less="junit"),
    Most("W6b-shell", "withcdp-pipe", "gapMs", 2, less="junit"),
    Ratio("W7", "withcdp-pipe", "playwright", "ms", 0.5),
    Ratio("W7-shell", "withcdp-pipe", "playwright", "ms", 0.5),
    Ratio("one-test", "withcdp-pipe", "playwright", "ms", 1),
    Ratio("one-test", "withcdp-pipe", "selenium", "ms", 1),
    Most("report", "withcdp-pipe", "ms", 3000),
    Most("report-ordinary", "withcdp-pipe", "afterMs", 250, less="withcdp-never"),
    Most("report-ordinary", "withcdp-pipe", "reportKb", 150),
    Linear(),
    Most("G1-1M", "withcdp-pipe", "liveHeapMb", 20),
    Most("G1-1M", "withcdp-pipe", "residentMb", 130),
)


def scale(results):
    """How much slower than where the limits were set this machine is, if the floor was measured."""
    ops = results.median("W1", "floor-pipe", "ops")
    return 1e6 / ops / FLOOR_US if ops else 1

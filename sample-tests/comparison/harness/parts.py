"""What is measured."""
from dataclasses import dataclass

from methods import Command, FailingTest, FirstReport, ForkOfMaven, StartUp, TestClass


@dataclass(frozen=True)
class Part:
    """One table: the first column is the main one, and ops, which are per second, are better if they are more; all else is better if it is less."""
    name: str
    title: str
    method: object
    clients: tuple
    columns: tuple
    rounds: int = 3
    shell: bool = False
    base: str = ""

    @property
    def main(self):
        return self.columns[0]

    @property
    def more_is_better(self):
        return self.main == "ops"


FLOORS = ("floor-pipe", "floor-ws")
OURS = ("withcdp-pipe", "withcdp-ws")
OTHERS = ("playwright", "selenium", "jvppeteer", "kklisura", "puppeteer")
ALL = (*FLOORS, *OURS, "java-websocket", *OTHERS)
ISOLATING = (*OURS, "playwright", "selenium", "jvppeteer", "puppeteer")
TESTING = (*OURS, "playwright")

COMMANDS = ("ops", "p50Us", "p99Us", "cpuUs", "cpuBrowser")
IN_FLIGHT = ("ops", "ms", "cpuClient", "cpuBrowser", "mode")
EVENTS = ("ms", "lost", "disorder", "cpuClient", "cpuBrowser", "peakHeapMb", "residentMb")
REQUESTS = ("ms", "lost", "events", "unknownEvents", "cpuClient", "cpuBrowser", "peakHeapMb", "residentMb")
GROWTH = ("ms", "lost", "cpuClient", "allocatedBytes", "peakHeapMb", "liveHeapMb", "residentMb")
LARGE = ("ms", "cpuClient", "peakHeapMb", "liveHeapMb", "residentMb")
WARM = ("ms", "launchMs", "pageMs", "answerMs", "closeMs")
START = (*WARM, "cpu", "residentMb")
ISOLATION = ("ops", "p50Ms", "p99Ms", "cpuClient", "cpuBrowser")
TESTS = ("ms", "junitMs", "cpu", "residentMb")
FAILURE = ("afterMs", "messages", "reportKb", "ms", "cpu")

PARTS = (
    Part("W1", "5,000 commands, one after another",
         Command("commands n=5000 warm=2000"), ALL, COMMANDS, rounds=5),
    Part("W1-cold", "the first 2,000 commands of a fresh process",
         Command("commands n=2000 warm=0", fresh=True), ALL, COMMANDS, rounds=5),
    Part("W2-64", "20,000 commands, 64 in flight",
         Command("in-flight n=20000 warm=3000 window=64"),
         ("floor-pipe", *OURS, "java-websocket", "puppeteer"), IN_FLIGHT, rounds=5),
    Part("W2-all", "20,000 commands, all in flight",
         Command("in-flight n=20000 warm=3000 window=0"),
         ("floor-pipe", *OURS, "java-websocket", "puppeteer"), IN_FLIGHT),
    Part("W3-console", "30,000 console messages, each read by a handler",
         Command("console n=30000 warm=5000"), ALL, EVENTS, rounds=2),
    Part("W3-fetch", "1,000 requests of a page, of which a handler reads each event",
         Command("fetch n=1000 warm=200 url={url}"), ALL, REQUESTS, rounds=2),
    Part("W4-10MB", "results of 10 MB",
         Command("large n=3 mb=10", limit=30), ALL, LARGE, rounds=2),
    Part("W4-50MB", "results of 50 MB",
         Command("large n=3 mb=50", limit=60), ("floor-pipe", *OURS, "java-websocket", "playwright", "puppeteer"), LARGE,
         rounds=2),
    Part("W5-process", "a process, from nothing to a first answer and back",
         StartUp(), ("junit-withcdp", *ALL), START, base="junit-withcdp"),
    Part("W5-warm", "the same in a process that has done it before",
         Command("start"), ALL, WARM),
    Part("W6", "contexts with a page, a session and three domains",
         Command("isolate n=12 warm=3"), ("floor-puppeteer", "floor-pipe", *ISOLATING), ISOLATION, rounds=2),
    Part("W6-shell", "the same on chromium-headless-shell",
         Command("isolate n=30 warm=3"), ("floor-pipe", *OURS, "playwright", "puppeteer"), ISOLATION, shell=True),
    Part("W6b", "between the bodies of two tests of a class",
         TestClass("SlowTests", 30), ("junit", *TESTING), ("gapMs",), base="junit"),
    Part("W6b-shell", "the same on chromium-headless-shell",
         TestClass("SlowTests", 30), ("junit", *TESTING), ("gapMs",), shell=True, base="junit"),
    Part("W7", "a process with 20 small tests",
         TestClass("TwentyTests", 20), ("floor-pipe", "withcdp-pipe", "playwright", "puppeteer"), TESTS),
    Part("W7-shell", "the same on chromium-headless-shell",
         TestClass("TwentyTests", 20), ("floor-pipe", "withcdp-pipe", "playwright", "puppeteer"), TESTS, shell=True),
    Part("one-test", "the JVM of a class with one test, as Maven runs it",
         ForkOfMaven(), ("junit", "withcdp-pipe", "playwright", "selenium"), ("ms", "mavenMs", "cpu")),
    Part("report", "the first report of a JVM, 100,000 messages, -Xmx256m",
         FirstReport(), ("withcdp-pipe",), ("ms",)),
    Part("report-ordinary", "from the end of the body of a test that fails to the end of JUnit",
         FailingTest(), ("withcdp-pipe", "withcdp-never"), FAILURE, base="withcdp-never"),
    *(Part(f"G1-{label}", f"{count:,} console messages with -Xmx96m",
           Command(f"console n={count} warm=5000", jvm=("-Xmx96m",), limit=400), clients, GROWTH, rounds=1)
      for label, count, clients in (("10k", 10_000, ("floor-pipe", "withcdp-pipe")),
                                    ("100k", 100_000, ("floor-pipe", "withcdp-pipe")),
                                    ("1M", 1_000_000, ("withcdp-pipe",)))),
)


def chosen(words):
    """The parts of these names; a name that no part has, W2, stands for all that begin with it and a dash. All if there are no words."""
    found = {word: [part for part in PARTS if part.name == word] or
             [part for part in PARTS if part.name.startswith(word + "-")] for word in words}
    for word, parts in found.items():
        if not parts:
            raise SystemExit(f"There is no {word}; there are {', '.join(part.name for part in PARTS)}")
    return [part for part in PARTS if not words or any(part in parts for parts in found.values())]

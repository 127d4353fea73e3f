"""What the columns are called, and how their figures are written."""

NAMES = {
    "ops": "per s", "p50Us": "median, µs", "p99Us": "99th of 100, µs", "cpuUs": "client CPU for one, µs",
    "cpuClient": "client CPU, s", "cpuBrowser": "browser CPU, s", "cpu": "CPU, s", "mode": "sends",
    "peakHeapMb": "heap, peak, MB", "liveHeapMb": "heap after a collection, MB", "residentMb": "resident, peak, MB",
    "allocatedBytes": "allocated for an event, bytes", "launchMs": "launch, ms", "pageMs": "page, ms",
    "answerMs": "answer, ms", "closeMs": "close, ms", "p50Ms": "median, ms", "p99Ms": "99th of 100, ms",
    "gapMs": "ms", "afterMs": "ms", "junitMs": "JUnit's own, ms", "mavenMs": "Maven, ms", "reportKb": "report.html, kB",
    "lost": "lost", "disorder": "out of order", "unknownEvents": "kinds of events it does not know",
}


def number(value):
    if value is None or isinstance(value, str):
        return value or ""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.{1 if abs(value) >= 10 else 2}f}".rstrip("0").rstrip(".")

"""Measures the parts that are named, all if none is, and shows all that was measured.

Arguments: names of parts or works (W1, W6-shell, G1), clients=withcdp-pipe,floor-pipe, rounds=1; or only: show.
"""
import os
import sys
import time

import chart
import machine
import places
import table
from clients import CLIENTS
from parts import chosen
from results import Results
from rounds import measure


def main(arguments):
    options = dict(argument.split("=", 1) for argument in arguments if "=" in argument)
    words = [argument for argument in arguments if "=" not in argument]
    names = options.get("clients", "").split(",") if options.get("clients") else []
    unknown = [*(options.keys() - {"clients", "rounds"}), *(name for name in names if name not in CLIENTS)]
    if unknown:
        raise SystemExit(f"Unknown: {', '.join(unknown)}. Options are clients and rounds, clients {', '.join(CLIENTS)}")
    for folder in (places.RESULTS, places.LOGS):
        os.makedirs(folder, exist_ok=True)
    if words != ["show"]:
        begin = time.monotonic()
        for part in chosen(words):
            measure(part, int(options.get("rounds", 0)), names)
        keep("machine.md", "\n".join([*machine.describe(), f"- measured in {(time.monotonic() - begin) / 60:.0f} minutes", ""]))
    results = Results.all()
    report = "\n".join(["# WithCDP beside other clients\n", kept("machine.md"), *table.lines(results), ""])
    print(report)
    print(keep("results.md", report))
    print(keep("results.svg", chart.svg(results)))


def keep(name, content):
    file = os.path.join(places.TARGET, name)
    with open(file, "w") as out:
        out.write(content)
    return file


def kept(name):
    file = os.path.join(places.TARGET, name)
    if not os.path.exists(file):
        return ""
    with open(file) as content:
        return content.read()


main(sys.argv[1:])

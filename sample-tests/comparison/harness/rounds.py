"""Measures the clients of a part in turns: A B C, B C A, and so on, so that what else the machine does is shared among them."""
import json
import os
import subprocess
import time

import places
from clients import CLIENTS


def measure(part, rounds=0, names=()):
    """Measure, and keep what came of each round in a file of the part."""
    clients = [CLIENTS[name] for name in part.clients if not names or name in names]
    failures = {}
    server = Server() if "{url}" in getattr(part.method, "line", "") else None
    with open(os.path.join(places.RESULTS, part.name + ".jsonl"), "w") as file:
        try:
            for round_ in range(rounds or part.rounds):
                turn = round_ % len(clients) if clients else 0
                for client in clients[turn:] + clients[:turn]:
                    if failures.get(client.name, 0) < 2:
                        result = attempt(part, client, server)
                        if "error" in result:
                            # Who has not answered at all will not do so next time, and takes its time to say so.
                            failures[client.name] = failures.get(client.name, 0) + (2 if "no answer" in result["error"] else 1)
                        line = {"client": client.name, "round": round_, **result}
                        file.write(json.dumps(line) + "\n")
                        file.flush()
                        print(time.strftime("%H:%M:%S"), part.name, json.dumps(line)[:200], flush=True)
        finally:
            part.method.end()
            if server:
                server.end()


def attempt(part, client, server):
    missing = client.missing()
    if missing or (part.shell and not places.SHELL):
        return {"error": f"no answer: this machine has no {missing or 'chromium-headless-shell'}"}
    try:
        result = part.method.measure(client, part.shell, {"url": server.url} if server else {})
    except Exception as e:  # the others are measured all the same
        return {"error": repr(e)}
    if part.main == "ops" and "cpuClient" in result and "ops" in result and "p50Us" in result:
        count = int(part.method.line.split("n=")[1].split()[0])
        result["cpuUs"] = round(result["cpuClient"] / count * 1e6, 1)
    return result


class Server:
    """The server of the page that fetches."""

    def __init__(self):
        self.process = subprocess.Popen(["node", os.path.join(places.NODE, "server.mjs")], stdout=subprocess.PIPE)
        self.url = f"http://127.0.0.1:{int(self.process.stdout.readline())}/"

    def end(self):
        self.process.kill()
        self.process.wait()

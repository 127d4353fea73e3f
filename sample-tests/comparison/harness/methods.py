"""Ways to measure: each returns the figures of one round of one client."""
import json
import os
import re
import shutil

import places
from worker import Worker, once


class Command:
    """A line of work for a worker that lives through all rounds, or for a fresh one in each."""

    def __init__(self, line, fresh=False, jvm=(), limit=90):
        self.line, self.fresh, self.jvm, self.limit = line, fresh, jvm, limit
        self.workers = {}

    def measure(self, client, shell, values):
        worker = self.workers.get(client.name)
        if worker is None:
            worker = Worker(client.name, client.worker(jvm=self.jvm), client.environment_on(shell))
            self.workers[client.name] = worker
        result = worker.do(self.line.format(**values), self.limit)
        if self.fresh:
            worker.stop()
        return result

    def end(self):
        for worker in self.workers.values():
            worker.stop()
        self.workers.clear()


class Process:
    """A whole process, measured from outside."""

    def measure(self, client, shell, values):
        said, status, used = once(client.name, self.command(client), client.environment_on(shell))
        result = re.search(r"@@RESULT (.*)", said)
        inside = json.loads(result.group(1)) if result else self.inside(said)
        return {**inside, **used} if inside else {"error": f"the process ended with {status}"}

    def inside(self, said):
        """What a process says of itself in its own way."""
        return {}

    def end(self):
        """Nothing has to be ended: each round is a process of its own."""


class StartUp(Process):
    """From nothing to a first answer and back."""

    def command(self, client):
        return client.worker("once")


class TestClass(Process):
    """A test class, run by JUnit's launcher, or by node's runner."""

    def __init__(self, name, passes):
        self.name, self.passes = name, passes

    def command(self, client):
        return client.tests(self.name)

    def inside(self, said):
        passed = re.search(r"pass (\d+)", said)
        return {"passed": int(passed.group(1)), "failed": 0} if passed else {}

    def measure(self, client, shell, values):
        result = super().measure(client, shell, values)
        if "error" in result or result["passed"] == self.passes:
            return result
        return {"error": f"{result['passed']:.0f} of {self.passes} passed; {result.get('failure', '')}"}


class FailingTest(TestClass):
    """The time from the end of a test's body, which fails, until JUnit has ended; and what was written meanwhile."""

    def __init__(self):
        super().__init__("FailingTest", 0)

    def measure(self, client, shell, values):
        shutil.rmtree(places.REPORTS, ignore_errors=True)
        result = super().measure(client, shell, values)
        for folder, _, files in os.walk(places.REPORTS):
            if "report.html" in files and "traffic.jsonl" in files:
                result["reportKb"] = round(os.path.getsize(os.path.join(folder, "report.html")) / 1000, 1)
                with open(os.path.join(folder, "traffic.jsonl")) as file:
                    result["messages"] = sum(1 for _ in file) - 1
        return result


class ForkOfMaven:
    """The JVM that Surefire forks for a class with one test, timed by a program that stands in its place."""

    JAVA = os.path.join(places.TARGET, "timed", "bin", "java")

    def measure(self, client, shell, values):
        times = os.path.join(places.TARGET, "timed", "times")
        environment = {**client.environment_on(shell), "COMPARISON_TIMES": times, "COMPARISON_JAVA": places.JAVA}
        if os.path.exists(times):
            os.remove(times)
        _, status, used = once(
            client.name,
            [os.path.join(places.TARGET, "maven"), "-pl", ":" + client.module, "-Djvm=" + self.JAVA, "-Dtest=OneTest",
             "surefire:test"],
            environment)
        if status != 0 or not os.path.exists(times):
            return {"error": f"Maven ended with {status}"}
        with open(times) as file:
            begin, end = map(int, file.read().split())
        return {"ms": (end - begin) / 1e6, "mavenMs": used["ms"], "cpu": used["cpu"]}

    def end(self):
        """Nothing has to be ended: each round is a process of its own."""


class FirstReport(Process):
    """The benchmark of the report's writer, one shot in a fresh JVM."""

    FILE = os.path.join(places.TARGET, "jmh.json")

    def command(self, client):
        return [places.JAVA, "-cp", places.class_path("report"), "org.openjdk.jmh.Main", "ReportWriter", "-f", "1",
                "-rf", "json", "-rff", self.FILE]

    def measure(self, client, shell, values):
        if os.path.exists(self.FILE):
            os.remove(self.FILE)
        _, status, _ = once("report", self.command(client), client.environment_on(shell), limit=600)
        if status != 0:
            return {"error": f"the process ended with {status}"}
        with open(self.FILE) as file:
            benchmarks = json.load(file)
        return {"ms": benchmarks[0]["primaryMetric"]["score"]} if benchmarks else {"error": "the benchmark has failed"}

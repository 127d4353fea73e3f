"""The rows of the tables."""
import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import lru_cache

import places


@dataclass(frozen=True)
class Client:
    name: str
    title: str
    module: str
    main: str = ""
    needs: tuple = ()
    environment: tuple = ()

    def worker(self, *arguments, jvm=()):
        """The command of a process that does works with this client."""
        if self.module == "node":
            return ["node", os.path.join(places.NODE, "worker.mjs"), *arguments]
        return self.java("comparison.Worker", self.main, *arguments, jvm=jvm)

    def tests(self, name):
        """The command of a process that runs one of its test classes."""
        if self.module == "node":
            return ["node", "--test", os.path.join(places.NODE, "twenty.test.mjs")]
        return self.java("comparison.TestRun", f"comparison.{self.module}.{name}")

    def java(self, *arguments, jvm=()):
        return [places.JAVA, *jvm, "-cp", places.class_path(self.module), *arguments]

    def environment_on(self, shell):
        switches = puppeteer_switches() if self.name == "floor-puppeteer" else ()
        return places.environment(shell, switches, self.environment)

    def missing(self):
        """The first program that it needs and this machine does not have, if there is one."""
        return next((program for program in self.needs if not shutil.which(program)), "")


@lru_cache
def puppeteer_switches():
    script = "import('puppeteer-core').then(async p => console.log((await p.default.defaultArgs()).join(' ')))"
    said = subprocess.run(["node", "-e", script], cwd=places.NODE, capture_output=True, text=True, check=True).stdout
    return tuple(switch for switch in said.split() if switch.startswith("--") and not switch.startswith("--headless"))


PIPE = ("WITHCDP_TRANSPORT", "pipe")
WEBSOCKET = ("WITHCDP_TRANSPORT", "websocket")
CLIENTS = {client.name: client for client in (
    Client("floor-pipe", "floor (pipe)", "floor", "comparison.floor.PipeFloor"),
    Client("floor-ws", "floor (WebSocket)", "floor", "comparison.floor.WebSocketFloor"),
    Client("withcdp-pipe", "WithCDP (pipe)", "withcdp", "comparison.withcdp.WithCdpClient:pipe", environment=(PIPE,)),
    Client("withcdp-ws", "WithCDP (WebSocket)", "withcdp", "comparison.withcdp.WithCdpClient:websocket",
           environment=(WEBSOCKET,)),
    Client("java-websocket", "bare Java-WebSocket", "java-websocket", "comparison.websocket.JavaWebSocketClient"),
    Client("playwright", "Playwright for Java", "playwright", "comparison.playwright.PlaywrightClient"),
    Client("selenium", "Selenium DevTools", "selenium", "comparison.selenium.SeleniumClient", ("chromedriver",)),
    Client("jvppeteer", "jvppeteer", "jvppeteer", "comparison.jvppeteer.JvppeteerClient"),
    Client("kklisura", "chrome-devtools-java-client", "kklisura", "comparison.kklisura.KklisuraClient"),
    Client("puppeteer", "Puppeteer (pipe)", "node", needs=("node",)),
    # What others are compared with, or what is taken off.
    Client("floor-puppeteer", "floor, Puppeteer's switches", "floor", "comparison.floor.PipeFloor", ("node",)),
    Client("junit", "JUnit alone", "floor"),
    Client("junit-withcdp", "JUnit, WithCDP's class path", "withcdp", "comparison.withcdp.JUnitAlone"),
    Client("withcdp-never", "WithCDP (pipe), no report", "withcdp", environment=(PIPE, ("WITHCDP_REPORT", "never"))),
)}

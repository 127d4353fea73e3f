"""Where things are, and what every process is given alike."""
import os
import shutil

COMPARISON = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TARGET = os.environ.get("COMPARISON_TARGET") or os.path.join(os.path.dirname(COMPARISON), "target", "comparison")
RESULTS = os.path.join(TARGET, "results")
LOGS = os.path.join(TARGET, "logs")
REPORTS = os.path.join(TARGET, "reports")
JAVA = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
NODE = os.path.join(TARGET, "node")

BROWSER = shutil.which(os.environ.get("CHROMIUM", "chromium")) or "chromium"
SHELL = shutil.which("chromium-headless-shell") or ""
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync"]


def environment(shell=False, switches=(), more=()):
    browser = SHELL if shell else BROWSER
    all_switches = " ".join([*SWITCHES, *switches])
    return {
        **os.environ,
        "COMPARISON_BROWSER": browser,
        "COMPARISON_SWITCHES": all_switches,
        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1",
        "SE_AVOID_STATS": "true",
        "SE_OFFLINE": "true",
        "WITHCDP_ARGS": all_switches,
        "WITHCDP_EXECUTABLE": browser,
        "WITHCDP_GREEN_DIR": os.path.join(TARGET, "green"),
        "WITHCDP_HEADLESS": "shell" if shell else "new",
        "WITHCDP_REPORTS_DIR": REPORTS,
        **dict(more),
    }


def class_path(module):
    classes = os.path.join(TARGET, module)
    return ":".join([f"{classes}/classes", f"{classes}/test-classes", f"{classes}/lib/*"])

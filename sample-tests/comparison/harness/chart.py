"""The results as one picture, which can be read on white and on black."""
from html import escape

from clients import CLIENTS
from columns import number

# Per part: its title and its unit, in which what is counted per second becomes a time, too.
PANELS = {
    "W1": ("One command after another", "µs for one"),
    "W1-cold": ("The first 2,000 commands", "µs for one"),
    "W2-64": ("64 commands in flight", "µs for one"),
    "W3-console": ("30,000 console messages", "ms"),
    "W4-50MB": ("A result of 50 MB", "ms"),
    "W5-process": ("From nothing to an answer and back", "ms"),
    "W6": ("A context with a page, on Chromium", "ms for one"),
    "W6-shell": ("A context with a page, on the shell", "ms for one"),
    "W6b": ("Between two tests, on their clock", "ms"),
    "W7": ("20 small tests, on Chromium", "ms"),
    "W7-shell": ("20 small tests, on the shell", "ms"),
    "one-test": ("A class with one test, as Maven runs it", "ms"),
}
COLUMNS, WIDTH, ROW, NAME, FIGURE, PAD = 3, 384, 17, 172, 52, 16

STYLE = """
text { font: 11px system-ui, sans-serif; fill: #1f2328 }
.title { font-weight: 600; font-size: 12px } .own { font-weight: 600 }
.unit, .why { fill: #59636e }
.number { text-anchor: end }
.bar { fill: #afb8c1 } .floor { fill: none; stroke: #818b98; stroke-dasharray: 3 2 } .ours { fill: #0969da }
.spread { stroke: #1f2328; stroke-width: 1 }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc } .unit, .why { fill: #9198a1 }
  .bar { fill: #535c67 } .floor { stroke: #818b98 } .ours { fill: #4493f8 } .spread { stroke: #f0f6fc }
}
"""


def svg(results):
    panels = [part for part in results.parts() if part.name in PANELS and results.clients(part)]
    columns = [[] for _ in range(COLUMNS)]
    heights = [0] * COLUMNS
    for part in panels:  # each where there is most room
        column = heights.index(min(heights))
        columns[column].append((part, heights[column]))
        heights[column] += height(results, part)
    body = [element for i, column in enumerate(columns) for part, y in column
            for element in panel(results, part, PAD + i * (WIDTH + PAD), y + 2 * PAD)]
    total = max(heights) + 2 * PAD
    legend = "Shorter is better. A bar is the median of the rounds, the line on it reaches from the least to the most; dashed is the floor."
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {COLUMNS * (WIDTH + PAD) + PAD} {total}" role="img">',
        "<title>WithCDP beside other clients of the Chrome DevTools Protocol</title>",
        f"<style>{STYLE}</style>", text(PAD, PAD + 2, legend, "unit"), *body, "</svg>", ""])


def height(results, part):
    return (2 + len(results.clients(part)) + len(results.failed(part))) * ROW + PAD


def panel(results, part, x, y):
    title, unit = PANELS[part.name]
    yield text(x, y + ROW, title, "title")
    yield text(x + WIDTH, y + ROW, unit, "unit number")
    times = {name: [time(part, value) for value in results.values(part.name, name, part.main)] for name in results.clients(part)}
    most = max(max(values) for values in times.values())
    length = (WIDTH - NAME - FIGURE) / most
    y += ROW + 8
    for name, values in times.items():
        median = time(part, results.median(part.name, name, part.main))
        kind = "ours" if name.startswith("withcdp") else "floor" if name.startswith("floor") else "bar"
        yield text(x, y + 11, CLIENTS[name].title, "own" if kind == "ours" else "")
        yield f'<rect class="{kind}" x="{x + NAME}" y="{y + 2}" width="{median * length:.1f}" height="{ROW - 5}"/>'
        middle = y + ROW / 2 - 0.5
        yield (f'<line class="spread" x1="{x + NAME + min(values) * length:.1f}" y1="{middle}" '
               f'x2="{x + NAME + max(values) * length:.1f}" y2="{middle}"/>')
        yield text(x + WIDTH, y + 11, number(median), "number")
        y += ROW
    for name in results.failed(part):
        yield text(x, y + 11, CLIENTS[name].title)
        yield text(x + NAME, y + 11, "no figure", "why")
        y += ROW


def time(part, value):
    """What one takes, if the figure is how many there are in a second."""
    if part.main != "ops":
        return value
    return (1e6 if "µs" in PANELS[part.name][1] else 1e3) / value


def text(x, y, content, kind=""):
    return f'<text x="{x}" y="{y}"' + (f' class="{kind}"' if kind else "") + f">{escape(content)}</text>"

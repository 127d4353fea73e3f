"""The results as Markdown."""
import statistics

import goals
from clients import CLIENTS
from columns import NAMES, number


def lines(results):
    for part in results.parts():
        yield from of_part(results, part)
    yield from of_goals(results)


def of_part(results, part):
    clients = results.clients(part)
    columns = [column for column in part.columns if any(results.values(part.name, name, column) for name in clients)]
    yield f"\n## {part.name}: {part.title}\n"
    others = results.others(part)
    yield f"Measured until {results.measured_at[part.name]}." + (
        f" CPU used by others: {statistics.median(others):.0%} of the machine in the median of the rounds, {max(others):.0%} at most."
        if others else "") + "\n"
    heads = [NAMES.get(column, column) for column in columns]
    relation = f"less {CLIENTS[part.base].title}" if part.base else "of the floor"
    yield "| client | rounds | " + relation + " | " + " | ".join([heads[0] + ": least, **median**, most", *heads[1:]] if heads else ["figure"]) + " |"
    yield "|" + "---|" * (3 + max(1, len(columns)))
    for name in clients:
        values = results.values(part.name, name, part.main)
        cells = [f"{number(min(values))}, **{number(statistics.median(values))}**, {number(max(values))}"]
        cells += [number(results.median(part.name, name, column)) for column in columns[1:]]
        yield f"| {CLIENTS[name].title} | {len(values)} | {relative(results, part, name)} | " + " | ".join(cells) + " |"
    for name, error in results.failed(part).items():
        yield f"| {CLIENTS[name].title} | 0 | | {error.replace('|', '/')[:160]} |" + " |" * (len(columns) - 1)


def relative(results, part, name):
    """The median in relation to that of the floor, or less that of what is taken off."""
    own = results.median(part.name, name, part.main)
    base = results.median(part.name, part.base or "floor-pipe", part.main)
    if base is None:
        return ""
    return number(own - base) if part.base else f"{own / base:.2f}"


def of_goals(results):
    judged = [(goal, goal.judge(results)) for goal in goals.GOALS]
    judged = [(goal, judgement) for goal, judgement in judged if judgement]
    if not judged:
        return
    yield "\n## Goals\n"
    yield (f"Limits of time hold where a command of the floor takes {goals.FLOOR_US} µs; here they are multiplied by "
           f"{goals.scale(results):.2f}" + ("." if results.median("W1", "floor-pipe", "ops") else ", because W1 was not measured."))
    yield "\n| goal | limit | figure | |\n|---|---|---|---|"
    for goal, (figure, limit, at_least) in judged:
        reached = figure >= limit if at_least else figure <= limit
        yield f"| {goal.says()} | {'≥' if at_least else '≤'} {number(limit)} | {number(figure)} | {'reached' if reached else '**missed**'} |"

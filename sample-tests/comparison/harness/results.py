"""What was measured: medians of rounds, and how far these lie apart."""
import json
import os
import statistics
import time

import places
from parts import PARTS


class Results:
    def __init__(self, parts):
        self.rounds, self.measured_at = {}, {}
        for part in parts:
            file = os.path.join(places.RESULTS, part.name + ".jsonl")
            if os.path.exists(file):
                with open(file) as lines:
                    self.rounds[part.name] = [json.loads(line) for line in lines]
                self.measured_at[part.name] = time.strftime("%Y-%m-%d %H:%M", time.localtime(os.path.getmtime(file)))

    @staticmethod
    def all():
        return Results(PARTS)

    def parts(self):
        return [part for part in PARTS if self.rounds.get(part.name)]

    def clients(self, part):
        """Those with a figure, the best first."""
        names = dict.fromkeys(round_["client"] for round_ in self.rounds.get(part.name, []))
        measured = [name for name in names if self.values(part.name, name, part.main)]
        return sorted(measured, key=lambda name: self.median(part.name, name, part.main), reverse=part.more_is_better)

    def failed(self, part):
        """Those without, and why."""
        measured = self.clients(part)
        return {round_["client"]: round_["error"] for round_ in self.rounds[part.name]
                if "error" in round_ and round_["client"] not in measured}

    def values(self, part, client, column):
        return [round_[column] for round_ in self.rounds.get(part, [])
                if round_["client"] == client and round_.get(column) is not None]

    def median(self, part, client, column):
        """The median of the rounds, or what is said instead of a figure; None if there is neither."""
        values = self.values(part, client, column)
        if not values or isinstance(values[0], str):
            return values[0] if values else None
        return statistics.median(values)

    def others(self, part):
        """What part of the machine's CPU other processes have used in each round, if that is known."""
        return [round_["others"] for round_ in self.rounds[part.name] if "others" in round_]

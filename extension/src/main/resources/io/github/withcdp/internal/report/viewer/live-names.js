// What the views of the monitor are called, and what keys do that a report does not have.

const NAMES = { messages: "Messages", targets: "Targets", command: "Command" };

const MORE_KEYS = [["p", "pause the view, or go on"], ["Ctrl+Enter", "send a command"]];

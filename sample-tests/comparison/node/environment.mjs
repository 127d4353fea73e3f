// What all clients are given alike: the browser, and its switches.
export const browser = process.env.COMPARISON_BROWSER || '/usr/bin/chromium';
export const switches = process.env.COMPARISON_SWITCHES.split(' ');

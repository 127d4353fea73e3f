// What only a list needs to which something comes.

/** Put rows that have changed where they belong among others, which are in their order. */
function merged(rows, changed, matching) {
  if (rows.length === 0 || changed[0] > rows[rows.length - 1]) return rows.concat(matching);
  const gone = new Set(changed);
  const others = rows.filter(row => !gone.has(row));
  const all = [];
  let i = 0;
  for (const row of matching) {
    while (i < others.length && others[i] < row) all.push(others[i++]);
    all.push(row);
  }
  while (i < others.length) all.push(others[i++]);
  return all;
}

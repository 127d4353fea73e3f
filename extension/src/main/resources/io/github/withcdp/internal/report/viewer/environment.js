// What the library expects of a bundler.
const process = { env: { NODE_ENV: "production" } };

/** Unit and integration tests run on Node; a test that needs a page asks for jsdom in its first line. */
module.exports = {
  testEnvironment: "node",
  // A guard against hanging, not a measure: a machine may be slow.
  testTimeout: 120_000,
  setupFiles: ["<rootDir>/tests/webGlobals.cjs"],
  testMatch: ["<rootDir>/tests/**/*.test.ts", "<rootDir>/tests/**/*.test.tsx"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/tests/e2e/"],
  transform: { "^.+\\.tsx?$": ["@swc/jest"], "^.+\\.mjs$": ["@swc/jest"] },
  transformIgnorePatterns: ["/node_modules/(?!hucre/|d3-|internmap/)"],
  extensionsToTreatAsEsm: [],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/out/"],
  // Jest leaves one core to others: of two, that is half.
  maxWorkers: "100%",
  testSequencer: "<rootDir>/tests/slowestFirst.cjs",
  workerIdleMemoryLimit: "1GB",
};

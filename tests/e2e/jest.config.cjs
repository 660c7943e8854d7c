/** The browser tests: real Chromium over one workbench, two files at a time. */
module.exports = {
  ...require("../../jest.config.cjs"),
  rootDir: "../..",
  testMatch: ["<rootDir>/tests/e2e/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  globalSetup: "<rootDir>/tests/e2e/startOnce.ts",
  globalTeardown: "<rootDir>/tests/e2e/stopOnce.ts",
  testTimeout: 120_000,
  maxWorkers: 2,
  passWithNoTests: true,
};

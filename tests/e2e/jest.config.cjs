/** The browser tests: real Chromium over one workbench, one file after the other. */
module.exports = {
  ...require("../../jest.config.cjs"),
  rootDir: "../..",
  testMatch: ["<rootDir>/tests/e2e/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  globalSetup: "<rootDir>/tests/e2e/startOnce.ts",
  globalTeardown: "<rootDir>/tests/e2e/stopOnce.ts",
  testTimeout: 120_000,
  maxWorkers: 1,
  passWithNoTests: true,
};

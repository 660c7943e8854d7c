import js from "@eslint/js";
import boundaries from "eslint-plugin-boundaries";
import reactHooks from "eslint-plugin-react-hooks";
import ts from "typescript-eslint";

/** The rooms of the house, and whom each may import. Data flows one way. */
const mayImport = {
  money: [],
  i18n: [],
  planning: ["money"],
  appraisal: ["money"],
  followUp: ["money", "planning", "appraisal"],
  workbook: ["money", "planning", "appraisal", "followUp", "i18n", "report"],
  report: ["money", "planning", "appraisal", "followUp", "i18n"],
  functions: ["money", "planning", "appraisal", "i18n"],
  commands: ["money", "planning", "appraisal", "followUp", "workbook", "report", "functions", "i18n", "taskpane"],
  taskpane: ["money", "planning", "appraisal", "followUp", "workbook", "report", "functions", "i18n", "commands"],
};

export default ts.config(
  { ignores: ["dist/", "out/", "node_modules/", "coverage/"] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    plugins: { boundaries },
    files: ["src/**/*.{ts,tsx}"],
    settings: {
      "boundaries/elements": Object.keys(mayImport).map((type) => ({ type, pattern: `src/${type}` })),
      "import/resolver": { node: { extensions: [".ts", ".tsx", ".json"] } },
    },
    rules: {
      "boundaries/dependencies": [
        "error",
        {
          default: "disallow",
          policies: Object.entries(mayImport).map(([from, allowed]) => ({
            from: { element: { type: from } },
            allow: [from, ...allowed].map((type) => ({ to: { element: { type } } })),
          })),
        },
      ],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-imports": ["error", { patterns: ["**/workbench/**", "**/tests/**", "**/bench/**"] }],
    },
  },
  {
    files: ["src/money/**", "src/planning/**", "src/appraisal/**", "src/followUp/**", "src/report/**"],
    rules: {
      "no-restricted-globals": ["error", "Excel", "Office", "OfficeExtension", "window", "document", "React"],
      "no-restricted-imports": ["error", { patterns: ["react", "react-dom", "@fluentui/*", "**/workbench/**"] }],
    },
  },
  {
    ...reactHooks.configs.flat["recommended"],
    files: ["src/taskpane/**/*.{ts,tsx}", "workbench/**/*.tsx"],
  },
  {
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      // Text from outside is searched for control characters on purpose.
      "no-control-regex": "off",
    },
  },
  { files: ["**/*.cjs", "webpack.config.js"], languageOptions: { globals: { module: "writable", require: "readonly", __dirname: "readonly", __filename: "readonly", process: "readonly" } }, rules: { "@typescript-eslint/no-require-imports": "off" } },
);

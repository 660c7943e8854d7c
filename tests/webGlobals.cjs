/** jsdom leaves out what browsers and Node both have: texts as bytes. Tests with a page get Node's. */
const { TextDecoder, TextEncoder } = require("node:util");

globalThis.TextEncoder ??= TextEncoder;
globalThis.TextDecoder ??= TextDecoder;

/** jsdom leaves out what browsers and Node both have: texts as bytes, messages. Tests with a page get Node's. */
const { TextDecoder, TextEncoder } = require("node:util");
const { MessageChannel } = require("node:worker_threads");

globalThis.TextEncoder ??= TextEncoder;
globalThis.TextDecoder ??= TextDecoder;
globalThis.MessageChannel ??= MessageChannel;

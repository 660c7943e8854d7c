const { default: Sequencer } = require("@jest/test-sequencer");

/** The files that take longest; begun last, one of them would run on alone on one core. */
const slowest = ["accessibility", "followUp", "walk"].map((name) => `${name}.test.ts`);

/** Jest's own order, but for the slowest, which go first. */
class SlowestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => slowest.findIndex((name) => path.endsWith(`/${name}`)) + 1 || Infinity;
    return super.sort(tests).sort((one, other) => (place(one) === place(other) ? 0 : place(one) - place(other)));
  }
}

module.exports = SlowestFirst;

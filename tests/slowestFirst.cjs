const { default: Sequencer } = require("@jest/test-sequencer");

/** The files that take longest; begun last, one of them would run on alone on one core. */
const slowest = ["e2e/accessibility", "e2e/followUp", "faults/everyAction", "planning/properties", "appraisal/nearestDouble"].map((name) => `tests/${name}.test.ts`);

/** Jest's own order, but for the slowest, which go first. */
class SlowestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => slowest.findIndex((name) => path.endsWith(name)) + 1 || slowest.length + 1;
    return super.sort(tests).sort((one, other) => place(one) - place(other));
  }
}

module.exports = SlowestFirst;

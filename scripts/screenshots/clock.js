/**
 * Loaded into the API before anything else (`--import`): its clock shows the time that its parent sends, and runs on
 * from there. So a story of a week is told in seconds, and the same times stand in the pictures whenever they are made.
 */
const Real = Date;
let ahead = 0;

globalThis.Date = class extends Real {
  constructor(...parts) {
    if (parts.length === 0) super(Real.now() + ahead);
    else super(...parts);
  }

  static now() {
    return Real.now() + ahead;
  }
};

process.on('message', (time) => {
  ahead = Real.parse(time) - Real.now();
  process.send?.(time);
});

// The API lives no longer than the script that needs it.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

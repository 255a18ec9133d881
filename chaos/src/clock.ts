const RealDate = Date;
let offset = 0;

/** The time, whatever the clock of this program says; epoch milliseconds. */
export const trueNow: () => number = Date.now.bind(Date);

/** A clock that can be set wrong, as those of people's devices are. */
class WrongDate extends RealDate {
  constructor(...values: [] | [number | string | Date]) {
    super(...((values.length === 0 ? [WrongDate.now()] : values) as [number]));
  }

  static override now(): number {
    return trueNow() + offset;
  }
}

/** Sets the clock that this program's clients read `ms` forward, or back if negative. */
export function jump(ms: number): void {
  offset += ms;
  globalThis.Date = WrongDate as DateConstructor;
}

/** Sets the clock right again. */
export function setRight(): void {
  offset = 0;
  globalThis.Date = RealDate;
}

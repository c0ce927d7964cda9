/** Record times of a journal compared with a clock: a clock that was once wrong must not go unnoticed. */

/** How far a record time may be ahead of the clock: the clocks of two computers differ by less. */
export const toleranceMs = 5 * 60_000

/** Returns whether a record time is more than a few minutes ahead of a clock, in milliseconds. */
export const isAhead = (time: string, now: number): boolean => Date.parse(time) > now + toleranceMs

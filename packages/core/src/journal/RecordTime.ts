/**
 * Record times of a journal compared with a clock: a clock that was once wrong must not go unnoticed.
 *
 * ```ts
 * RecordTime.isAhead("2026-01-01T12:06:00.000Z", Date.parse("2026-01-01T12:00:00.000Z")) // => true
 * RecordTime.toleranceMs // => 300_000
 * ```
 */

/** How far a record time may be ahead of the clock: the clocks of two computers differ by less. */
export const toleranceMs = 5 * 60_000

/** Returns whether a record time is more than a few minutes ahead of a clock, in milliseconds. */
export const isAhead = (time: string, now: number): boolean => Date.parse(time) > now + toleranceMs

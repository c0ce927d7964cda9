/**
 * Record times of a journal compared with a clock: a clock that was wrong at some time is reported.
 *
 * ```ts
 * RecordTime.isAhead("2026-01-01T12:06:00.000Z", Date.parse("2026-01-01T12:00:00.000Z")) // => true
 * RecordTime.toleranceMs // => 300_000
 * RecordTime.later("2026-01-01T12:00:00.000Z", "2026-01-02T12:00:00.000Z") // => "2026-01-02T12:00:00.000Z"
 * ```
 */

/** How far a record time may be ahead of the clock: the clocks of two computers differ by less. */
export const toleranceMs = 5 * 60_000

/** Returns whether a record time is ahead of a clock, in milliseconds since 1970, by more than {@link toleranceMs}. */
export const isAhead = (time: string, now: number): boolean => Date.parse(time) > now + toleranceMs

/** Returns the later of two record times: in a journal time never goes back. */
export const later = (a: string, b: string): string => (a > b ? a : b)

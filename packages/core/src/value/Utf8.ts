/** Text as UTF-8 bytes. Coders keep no state between calls, so that all modules share these. */

/** Writes text as bytes. */
export const encoder = new TextEncoder()

/** Reads bytes as text: what is not UTF-8 becomes U+FFFD, and a byte order mark at the start is dropped. */
export const decoder = new TextDecoder("utf-8")

/** Reads bytes as text, with a byte order mark at the start. */
export const exactDecoder = new TextDecoder("utf-8", { ignoreBOM: true })

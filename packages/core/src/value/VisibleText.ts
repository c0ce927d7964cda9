/**
 * Characters that a reader does not see, or takes for others: found in codes, and made visible in output.
 *
 * ```ts
 * VisibleText.hasInvisible("A1\u200b") // => true
 * VisibleText.mixesScripts("\u0410A1") // => true
 * ```
 */

// Format characters (zero-width, bidirectional, soft hyphen), fillers and variation selectors have no shape of their own.
const unseen = /[\p{Cf}\p{Variation_Selector}\u115f\u1160\u2028\u2029\u3164\uffa0]/u

/** Returns whether a text has characters without a shape. */
export const hasInvisible = (text: string): boolean => unseen.test(text)

/**
 * Returns whether letters of a text belong to scripts that look alike: Latin with Cyrillic, Greek or full-width forms.
 * A code of digits and letters of one other script is compared with Latin too, because digits are Latin here.
 */
export const mixesScripts = (text: string): boolean =>
  /[\uff01-\uff5e]/u.test(text) ||
  (/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text) && /[A-Za-z0-9]/.test(text))

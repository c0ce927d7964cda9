/** Bytes as text: hexadecimal digits and base64. */

/** Returns bytes as base64. */
export const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** Returns the bytes of base64; none when these bytes would be written otherwise: the last character may have unused bits. */
export const fromBase64 = (text: string): Uint8Array => {
  const bytes = text.length % 4 === 0 ? atob(text) : ""
  return Uint8Array.from(btoa(bytes) === text ? bytes : "", (char) => char.charCodeAt(0))
}

/** Returns bytes as lower-case hexadecimal digits. */
export const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")

/** Returns the bytes of hexadecimal digits. */
export const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** SHA-256 for tests. */
import { hash } from "node:crypto"

export const digest = (bytes: Uint8Array): string => hash("sha256", bytes, "hex")

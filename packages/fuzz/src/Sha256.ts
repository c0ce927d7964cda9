/** The hash function of the campaigns. */
import { hash } from "node:crypto"
import type { Journal } from "@grootboek/core"

/** Returns the SHA-256 of bytes as hexadecimal digits. */
export const sha256: Journal.Sha256 = (bytes) => hash("sha256", bytes, "hex")

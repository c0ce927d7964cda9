/** Messages about the health of a store. */
import type { Json } from "@grootboek/report"
import type { Both, Language } from "./Language.ts"

export const empty = (address: string): Both => ({
  en: `${address} has no entries. Check the name of the ledger, or create it with: grootboek init --ledger ${address} …`,
  nl: `${address} bevat geen boekingen. Controleer de naam van het grootboek, of maak het aan met: grootboek init --ledger ${address} …`,
})

/** Returns the checks that succeeded as lines of text. */
export const format = (
  {
    address,
    ledger,
    server,
    head,
    ageSeconds,
    admitsWrites,
    remembered,
  }: Omit<Json.HealthDocument, "findings">,
  language: Language,
): string => {
  const lines: ReadonlyArray<readonly [Both, Both] | undefined> = [
    [ledgerLabel, { en: `${address} (${ledger})`, nl: `${address} (${ledger})` }],
    server === null ? undefined : [serverLabel, node(server)],
    head === null
      ? undefined
      : [lastLabel, last(head.position, { ...head, age: age(Math.max(0, ageSeconds ?? 0)) })],
    admitsWrites === null ? undefined : [writesLabel, admitsWrites ? admitted : refused],
    remembered === null ? undefined : [rememberedLabel, recalled(remembered)],
  ]
  return lines
    .filter((line) => line !== undefined)
    .map(([label, value]) => `${label[language].padEnd(width[language])}${value[language]}`)
    .join("\n")
}

const width = { en: 14, nl: 20 } as const

const ledgerLabel: Both = { en: "ledger", nl: "grootboek" }
const serverLabel: Both = { en: "server", nl: "server" }
const lastLabel: Both = { en: "last entry", nl: "laatste boeking" }
const writesLabel: Both = { en: "writes", nl: "schrijven" }
const rememberedLabel: Both = { en: "remembered", nl: "onthouden" }
const admitted: Both = { en: "admitted", nl: "toegelaten" }
const refused: Both = { en: "refused", nl: "geweigerd" }

const node = ({ node: at, leads, version, cluster }: NonNullable<Json.HealthDocument["server"]>): Both => {
  const rest = `PostgreSQL ${version}${cluster === null ? "" : `, cluster ${cluster}`}`
  return {
    en: `${at}, ${leads ? "leads" : "follows"}, ${rest}`,
    nl: `${at}, ${leads ? "leidend" : "volgend"}, ${rest}`,
  }
}

const last = (
  position: number,
  { hash, time, age: passed }: { readonly hash: string; readonly time: string; readonly age: Both },
): Both => ({
  en: `${position}, hash ${hash.slice(0, 12)}, ${time}, ${passed.en} ago`,
  nl: `${position}, hash ${hash.slice(0, 12)}, ${time}, ${passed.nl} geleden`,
})

const recalled = ({ place, position, hash }: NonNullable<Json.HealthDocument["remembered"]>): Both => ({
  en: `entry ${position}, hash ${hash.slice(0, 12)}, in ${place}`,
  nl: `boeking ${position}, hash ${hash.slice(0, 12)}, in ${place}`,
})

const age = (seconds: number): Both => {
  if (seconds < 120) return { en: `${seconds} s`, nl: `${seconds} s` }
  const minutes = Math.floor(seconds / 60)
  if (minutes < 120) return { en: `${minutes} min`, nl: `${minutes} min` }
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return { en: `${hours} h`, nl: `${hours} uur` }
  const days = Math.floor(hours / 24)
  return { en: `${days} days`, nl: `${days} dagen` }
}

/** Messages about record times and clocks. */
import type { Journal } from "@grootboek/core"
import type { Both } from "./Language.ts"

export const isAhead = ({ position, time }: Journal.Head, now: string): Both => ({
  en: `Entry ${position} was recorded at ${time}, ahead of the clock of this computer (${now}), and no entry may be earlier than the one before it. Correct the clock of this computer if it is wrong; otherwise add --time ${time} to record at that time.`,
  nl: `Boeking ${position} is geregistreerd op ${time}, later dan de klok van deze computer (${now}), en geen boeking mag vroeger zijn dan de vorige. Zet de klok van deze computer juist als ze fout is; geef anders --time ${time} mee om op dat tijdstip te registreren.`,
})

export const isBehind = ({ position, time }: Journal.Head, given: string): Both => ({
  en: `--time ${given} is before entry ${position}, which was recorded at ${time}. Give that time or a later one.`,
  nl: `--time ${given} ligt vóór boeking ${position}, die op ${time} is geregistreerd. Geef dat tijdstip of een later.`,
})

export const notATime = (name: string, value: string): Both => ({
  en: `${name} ${value}: write a UTC time such as 2026-06-30T12:00:00Z`,
  nl: `${name} ${value}: schrijf een UTC-tijdstip zoals 2026-06-30T12:00:00Z`,
})

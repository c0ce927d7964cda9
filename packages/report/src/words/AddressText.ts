/** Messages about the options of a server's address. */
import type { StoreAddress } from "@grootboek/core"
import type { Both } from "./Language.ts"

type Option = Extract<StoreAddress.AddressRefused, { readonly _tag: "NotAnOption" }>["option"]

const messages: Readonly<Record<Option, Both>> = {
  "retry-for": {
    en: "The address of the server has a wrong retry-for. Write a number of seconds up to 3600, such as ?retry-for=60.",
    nl: "Het adres van de server heeft een ongeldige retry-for. Schrijf een aantal seconden tot 3600, zoals ?retry-for=60.",
  },
  heads: {
    en: "The address of the server has an empty heads. Name a folder outside the server, such as ?heads=/var/lib/grootboek/heads.",
    nl: "Het adres van de server heeft een lege heads. Noem een map buiten de server, zoals ?heads=/var/lib/grootboek/heads.",
  },
}

/** Returns what is wrong with an option, and how to write it. */
export const option = (name: Option): Both => messages[name]

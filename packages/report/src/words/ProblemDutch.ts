/** What a schema says of a value that does not fit, in Dutch. The schemas of core speak English. */

/** A problem in Dutch; words that nobody foresaw stay as they are. */
export const problem = (text: string): string =>
  phrases.reduce((told, [english, dutch]) => told.replace(english, dutch), text)

const phrases: ReadonlyArray<readonly [RegExp, string]> = [
  [
    /an amount such as 12\.50, with two to six decimals/i,
    "een bedrag zoals 12.50, met twee tot zes decimalen",
  ],
  [/a percentage such as 15 or 2\.5/i, "een percentage zoals 15 of 2.5"],
  [/a number such as 15 or 2\.5/i, "een getal zoals 15 of 2.5"],
  [/a day such as 2026-06-30/i, "een dag zoals 2026-06-30"],
  [/a month such as 2025-12/i, "een maand zoals 2025-12"],
  [/a value between (\S+) and (\S+)/i, "een waarde tussen $1 en $2"],
  [
    /a text of 1 to 200 characters without control characters/i,
    "een tekst van 1 tot 200 tekens zonder stuurtekens",
  ],
  [/a text of 1 to 4,000 characters/i, "een tekst van 1 tot 4.000 tekens"],
  [/an account number of 2 to 10 digits/i, "een rekeningnummer van 2 tot 10 cijfers"],
  [/1 to 128 letters, digits or : \. _ \/ -/i, "1 tot 128 letters, cijfers of : . _ / -"],
  [
    /an opaque id of 1 to 64 letters, digits or : \. _ -/i,
    "een betekenisloze id van 1 tot 64 letters, cijfers of : . _ -",
  ],
  [/a UTC time with milliseconds/i, "een UTC-tijd met milliseconden"],
  [/64 hexadecimal digits/i, "64 hexadecimale cijfers"],
  [/a file name/i, "een bestandsnaam"],
  [/0\.00, not -0\.00/i, "0.00, niet -0.00"],
  [/no excess property/i, "geen onbekend veld"],
  [/a value with a length of at least (\d+)/i, "minstens $1"],
  [/a year$/i, "een jaar"],
  [/Missing key/i, "het veld ontbreekt"],
  [/(\S+) is finer than (\S+) prints/i, "$1 is fijner dan $2 afdrukt"],
  [/Expected /i, "verwacht is "],
]

/** The moment that the page shows. */

export const moment = {
  title: { nl: "Moment", en: "Moment" },
  slider: { nl: "Boeking in het journaal", en: "Entry of the journal" },
  version: { nl: (label: string) => `Plan ${label}`, en: (label: string) => `Plan ${label}` },
  entry: {
    nl: (position: string, last: string) => `boeking ${position} van ${last}`,
    en: (position: string, last: string) => `entry ${position} of ${last}`,
  },
  recorded: { nl: (time: string) => `geregistreerd op ${time}`, en: (time: string) => `recorded on ${time}` },
  previous: { nl: "Vorige boeking", en: "Previous entry" },
  next: { nl: "Volgende boeking", en: "Next entry" },
  unknown: { nl: "Dit moment bestaat niet in het journaal.", en: "The journal does not have this moment." },
}

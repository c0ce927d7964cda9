/**
 * The policy fields (beleidsvelden): the fixed functional axis of a plan, in ten groups.
 *
 * Source: the list in the Ministerial Decree on BBC (MB BBC), through a public data set that was made from the reports of
 * local authorities. The decree itself was not found, so compare it before you rely on a name.
 */

/** A policy field, and the group of its first two digits, which many authorities take as a policy domain. */
export interface PolicyField {
  readonly field: string
  readonly fieldName: string
  readonly group: string
}

/** Returns the policy fields, for the policy items of `Adoption.declare`. */
export const policyFields = (): ReadonlyArray<PolicyField> => {
  const fields: Array<PolicyField> = []
  let group = ""
  for (const line of table.trim().split("\n"))
    if (line.startsWith(" ")) fields.push({ field: line.slice(2, 6), fieldName: line.slice(7), group })
    else group = line
  return fields
}

/** A group, then its fields: the code and the name. */
const table = `
Algemene financiering
  0010 Algemene overdrachten tussen de verschillende bestuurlijke niveaus
  0020 Fiscale aangelegenheden
  0030 Financiële aangelegenheden
  0040 Transacties in verband met de openbare schuld
  0050 Patrimonium zonder maatschappelijk doel
  0090 Overige algemene financiering
Algemeen bestuur
  0100 Politieke organen
  0101 Officieel ceremonieel
  0110 Secretariaat
  0111 Fiscale en financiële diensten
  0112 Personeelsdienst en vorming
  0113 Archief
  0114 Organisatiebeheersing
  0115 Welzijn op het werk
  0119 Overige algemene diensten
  0130 Administratieve dienstverlening
  0150 Internationale relaties
  0160 Hulp aan het buitenland
  0170 Binnengemeentelijke decentralisatie
  0171 Gemeentelijk/stedelijk wijkoverleg
  0190 Overig algemeen bestuur
Zich verplaatsen en mobiliteit
  0200 Wegen
  0210 Openbaar vervoer
  0220 Parkeren
  0290 Overige mobiliteit en verkeer
Natuur en milieubeheer
  0300 Ophalen en verwerken van huishoudelijk afval
  0309 Overig afval- en materialenbeheer
  0310 Beheer van regen- en afvalwater
  0319 Overig waterbeheer
  0320 Sanering van bodemverontreiniging
  0329 Overige vermindering van milieuverontreiniging
  0340 Aankoop, inrichting en beheer van natuur, groen en bos
  0341 Erosiebestrijding
  0349 Overige bescherming van biodiversiteit, landschappen en bodem
  0350 Klimaat en energie
  0380 Participatie en sensibilisatie
  0381 Geïntegreerde milieuprojecten
  0390 Overige milieubescherming
Veiligheidszorg
  0400 Politiediensten
  0410 Brandweer
  0420 Dienst 100
  0430 Civiele bescherming
  0440 Overige hulpdiensten
  0450 Rechtspleging
  0470 Dierenbescherming
  0480 Bestuurlijke preventie (incl. GAS)
  0490 Overige elementen van openbare orde en veiligheid
Ondernemen en werken
  0500 Handel en middenstand
  0510 Nijverheid
  0520 Toerisme - Onthaal en promotie
  0521 Toerisme - Sectorondersteuning
  0522 Toerisme - Infrastructuur
  0529 Overige activiteiten inzake toerisme
  0530 Land-, tuin- en bosbouw
  0540 Visvangst
  0550 Tewerkstelling en activering
  0590 Overige economische zaken
Wonen en ruimtelijke ordening
  0600 Ruimtelijke planning
  0610 Gebiedsontwikkeling
  0620 Grondbeleid voor wonen
  0621 Bestrijding van krotwoningen
  0622 Woonwagenterreinen
  0629 Overig woonbeleid
  0630 Watervoorziening
  0640 Elektriciteitsvoorziening
  0650 Gasvoorziening
  0660 Communicatievoorzieningen
  0670 Straatverlichting
  0680 Groene ruimte
  0690 Overige nutsvoorzieningen
Cultuur en vrije tijd
  0700 Musea
  0701 Cultuurcentrum
  0702 Schouwburg, concertgebouw, opera
  0703 Openbare bibliotheken
  0705 Gemeenschapscentrum
  0709 Overige culturele instellingen
  0710 Feesten en plechtigheden
  0711 Openluchtrecreatie
  0712 Festivals
  0719 Overige evenementen
  0720 Monumentenzorg
  0721 Archeologie
  0729 Overig beleid inzake het erfgoed
  0739 Overig kunst- en cultuurbeleid
  0740 Sportsector- en verenigingsondersteuning
  0741 Sportpromotie en -evenementen
  0742 Sportinfrastructuur
  0749 Overig sportbeleid
  0750 Jeugdsector- en verenigingsondersteuning
  0751 Gemeentelijke dienstverlening gericht op kinderen & jongeren
  0752 Infrastructuur en faciliteiten ten behoeve van kinderen en jongeren
  0759 Overige activiteiten met betrekking tot jeugd
  0790 Erediensten
  0791 Niet-confessionele levensbeschouwelijke gemeenschappen
Leren en onderwijs
  0800 Gewoon basisonderwijs
  0801 Buitengewoon basisonderwijs
  0810 Gewoon secundair onderwijs
  0814 Leren en werken
  0815 Buitengewoon secundair onderwijs
  0820 Deeltijds kunstonderwijs
  0830 Centra voor volwassenenonderwijs
  0835 Hoger onderwijs
  0860 Centra voor leerlingenbegeleiding
  0862 Huisvesting voor schoolgaanden
  0869 Overige ondersteunende diensten voor het onderwijs
  0870 Sociale voordelen
  0879 Andere voordelen
  0889 Ondersteunende diensten voor het algemeen onderwijsbeleid
Zorg en opvang
  0900 Sociale bijstand
  0902 Integratie van personen met vreemde herkomst
  0903 Lokale opvanginitiatieven voor asielzoekers
  0905 Dienst voor juridische informatie en advies
  0909 Overige verrichtingen inzake sociaal beleid
  0910 Woningen voor personen met een handicap
  0911 Diensten en voorzieningen voor personen met een handicap
  0919 Overige activiteiten inzake ziekte en invaliditeit
  0920 Werkloosheid
  0930 Sociale huisvesting
  0940 Jeugdvoorzieningen
  0941 Gezinsvervangende tehuizen
  0943 Gezinshulp
  0944 Preventieve gezinsondersteuning
  0945 Kinderopvang
  0946 Thuisbezorgde maaltijden
  0947 Klusjesdienst
  0949 Overige gezinshulp
  0950 Ouderenwoningen
  0951 Dienstencentra
  0952 Assistentiewoningen
  0953 Woon- en zorgcentra
  0954 Dagzorgcentra
  0959 Overige verrichtingen betreffende ouderen
  0980 Sociale geneeskunde
  0982 Ziekenhuizen
  0983 Andere verpleeg- en verzorgingsinrichtingen
  0984 Ontsmetting en openbare reiniging
  0985 Gezondheidspromotie en ziektepreventie
  0986 Eerstelijnsgezondheidszorg
  0989 Overige dienstverlening inzake volksgezondheid
  0990 Begraafplaatsen
  0991 Crematoria
  0992 Lijkbezorging
`

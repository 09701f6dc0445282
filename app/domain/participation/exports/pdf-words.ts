/** Words of the report on paper. */
const dutch = {
  title: 'Cijfers over opleidingen en groepen',
  page: 'pagina',
  headings: {
    asked: 'Wat is gevraagd',
    brief: 'In het kort',
    targets: 'Cijfers en streefcijfers',
    time: 'Door de tijd',
    by: 'Uitgesplitst naar',
    cascade: 'Van opleiding tot bereikte mensen',
    trust: 'Hoe ver de cijfers te vertrouwen zijn',
    definitions: 'Definities',
    provenance: 'Herkomst',
  },
  captions: {
    brief: 'Alle cijfers over de hele periode',
    targets: 'Wat is behaald van wat is afgesproken',
    time: 'Cijfers per',
    by: 'Cijfers naar',
    cross: (indicator: string) => `${indicator}, door de tijd`,
    trust: 'Wat de registraties zelf laten zien',
    cascade: 'Hoeveel er van elke stap zijn',
    largest: 'de grootste',
  },
  period: 'Periode',
  asOf: 'Stand van',
  trust: 'De cijfers komen uit registraties van begeleiders. Deze aantallen helpen om ze te wegen.',
  cascade:
    'Een groep in opleiding levert opgeleide trainers op. Zij houden groepen, en groepen komen bij elkaar. Zo bereikt een opleiding mensen die er zelf niet bij waren.',
  noTargets: 'Voor deze vraag is geen streefcijfer vastgelegd.',
  noFigures: 'Op deze vraag zijn er geen cijfers.',
  more: (count: string) => `Nog ${count} rijen staan in de spreadsheet van dezelfde vraag.`,
  chart: (what: string) => `${what}. Dezelfde cijfers staan in een tabel van dit overzicht.`,
  counting: 'Hoe er is geteld',
}
export type PdfWords = typeof dutch

const english: PdfWords = {
  title: 'Figures about training and groups',
  page: 'page',
  headings: {
    asked: 'What was asked',
    brief: 'In brief',
    targets: 'Figures and targets',
    time: 'Over time',
    by: 'Split by',
    cascade: 'From training to people reached',
    trust: 'How far to trust the figures',
    definitions: 'Definitions',
    provenance: 'Provenance',
  },
  captions: {
    brief: 'All figures over the whole period',
    targets: 'What was reached of what was agreed',
    time: 'Figures by',
    by: 'Figures by',
    cross: (indicator) => `${indicator}, over time`,
    trust: 'What the registrations themselves show',
    cascade: 'How many there are of each step',
    largest: 'the largest',
  },
  period: 'Period',
  asOf: 'As of',
  trust: 'The figures come from registrations by those who lead groups. These counts help to weigh them.',
  cascade:
    'A training group brings forth trained trainers. They hold groups, and groups meet. So a training reaches people who were not there themselves.',
  noTargets: 'There is no target on record for this request.',
  noFigures: 'There are no figures for this request.',
  more: (count) => `${count} more rows are in the spreadsheet of the same request.`,
  chart: (what) => `${what}. The same figures stand in a table of this report.`,
  counting: 'How was counted',
}

export const pdfWords = { nl: dutch, en: english }

import type { ListEntry, Prepared, Questionnaire, Text } from '@otklik/model/questionnaires'

/** Entries of the register's lists, by the questionnaire's name for the list. */
export type Entries = Readonly<Record<string, readonly ListEntry[]>>

/** What a page says of itself; undefined: the house's own words. */
export interface Legal {
  readonly asks?: Text
  readonly recorded?: Text
  readonly kept?: Text
  readonly appeals?: Text
}

/** A questionnaire as one link asks it: all that pages and steps need, and nothing of the storage. */
export interface Survey {
  readonly campaign: string
  /** Undefined: the campaign's own address. */
  readonly link?: string
  /** Where its pages stand; undefined: pages of their own. */
  readonly base?: '/w'
  readonly version: number
  readonly prepared: Prepared
  /** The first is the main one. */
  readonly languages: readonly string[]
  readonly lists: Entries
  /** What the link knows: service, office, channel. */
  readonly attributes: Readonly<Record<string, unknown>>
  readonly authority: string
  /** The service or office that is asked about, in words. */
  readonly subject?: string
  readonly legal: Legal
}

/** The address of the pages; forms are sent there too. */
export const pathOf = ({ campaign, link, base }: Pick<Survey, 'campaign' | 'link' | 'base'>): string =>
  `${base ?? '/r'}/${campaign}${link === undefined ? '' : `/${link}`}`

/** The questionnaire with the campaign's values in place of `{period}` and the like, in every text. */
export function withParameters(questionnaire: Questionnaire, values: Readonly<Record<string, string>>): Questionnaire {
  const known: Record<string, string> = { ...questionnaire.parameters, ...values }
  const filled = (text: string): string =>
    text.replace(
      /\{([a-z][a-z0-9_]*)\}/g,
      (hole, name: string) => (Object.hasOwn(known, name) ? known[name] : hole) ?? hole,
    )
  // The shape stays: texts are replaced by texts.
  return JSON.parse(JSON.stringify(questionnaire), (_key, value: unknown) =>
    typeof value === 'string' ? filled(value) : value,
  ) as Questionnaire
}
